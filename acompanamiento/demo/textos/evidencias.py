"""What was seen or heard, by competency (1 to 11) and level (I to IV)."""

EVIDENCIAS = {
    1: (
        (
            "Las normas están pegadas detrás de la puerta; cuando {chicos} discutieron por {recurso} la clase siguió sin atenderlos.",
            "Levantó la voz {n} veces para pedir silencio. Nadie recordó las normas del aula.",
            "Decidió sin consultar los turnos y los castigos. Dos niñas pidieron hablar y no se les dio la palabra.",
        ),
        (
            "Recordó las normas al empezar. A las {hora} {grandes} dejaron de cumplirlas y solo se los hizo notar a ellos.",
            "Los turnos se respetan mientras mira; cuando pasa con {chicos}, el resto interrumpe.",
            "Hay un cartel de responsabilidades, pero hoy lo cumplieron {n} de los encargados.",
        ),
        (
            "Los encargados repartieron {recurso} sin que lo pida. Ante una pelea preguntó a ambos qué pasó y acordaron turnarse.",
            "Abrió una asamblea corta: {grandes} propusieron cómo usar el patio y se votó.",
            "Saluda a cada uno por su nombre y recuerda el acuerdo de la semana; {chicos} lo repiten.",
        ),
        (
            "Los niños dirigieron la asamblea y anotaron los acuerdos; intervino solo una vez para que {chicos} también opinen.",
            "Un conflicto por {recurso} lo resolvieron entre ellos usando los pasos del cartel que escribieron en abril.",
            "Cada grupo revisó su propia norma y la cambió por otra más justa; todos la firmaron.",
        ),
    ),
    2: (
        (
            "La sesión empezó a las {hora}. {grandes} esperaron {n} minutos sin tarea mientras copiaba en la pizarra para {chicos}.",
            "Conté {n} minutos de espera en {grandes}: terminaron la hoja y jugaron con las tapas.",
            "El recreo se alargó {n} minutos y al volver se repitió el saludo y la fecha completa.",
        ),
        (
            "Mientras atendía a {chicos}, {grandes} esperaron {n} minutos con la tarea acabada.",
            "Empezó a la hora. Repartir {recurso} tomó {n} minutos y después todos trabajaron.",
            "Hay actividad para cada grupo, aunque {medios} copiaron un texto largo solo para estar ocupados.",
        ),
        (
            "De 8:05 a 10:30 conté {n} minutos sin tarea. A las {hora} {grandes} tomaron una tarjeta de reto por su cuenta.",
            "Los tres grupos tenían consigna escrita. El cambio de una actividad a otra tomó {n} minutos en toda la mañana.",
            "Cuando {grandes} terminaron, pasaron a leer con {chicos} sin que se les pida.",
        ),
        (
            "Nadie esperó. Los grupos saben qué sigue, buscan {recurso} y avisan cuando necesitan ayuda.",
            "La rutina de entrada ya es trabajo: {grandes} registran el clima y {chicos} cuentan a los que vinieron.",
            "Toda la jornada fue de aprendizaje, también el refrigerio: midieron la leche y anotaron la cuenta.",
        ),
    ),
    3: (
        (
            "Dice que la clase salió «como siempre» y no recuerda qué probó desde la visita anterior.",
            "Su carpeta tiene la programación de otro año, sin notas al margen.",
            "Cuando pregunté qué cambiaría respondió que el problema son los padres.",
        ),
        (
            "Reconoce que {grandes} se aburren, pero no ha probado otra manera todavía.",
            "Anotó dos dificultades en su cuaderno; aún no las relaciona con lo que hace.",
            "Cuenta lo que pasó con detalle; al preguntar el porqué duda y cambia de tema.",
        ),
        (
            "Trajo su cuaderno con tres notas de la semana y cambió la consigna de {chicos} por lo que observó.",
            "Probó dos maneras de formar los grupos y explicó por qué se quedó con la segunda.",
            "Leyó una experiencia del microtaller, la adaptó a {tema} y dijo qué le faltó.",
        ),
        (
            "Lleva un registro de lo que prueba y de lo que los niños dicen; con eso decidió volver a {tema}.",
            "Invitó a la colega de al lado a mirar su clase y juntas compararon las notas.",
            "Preguntó a los niños qué les ayudó a aprender y reordenó la sesión con sus respuestas.",
        ),
    ),
    4: (
        (
            "Las preguntas fueron de sí o no. La respuesta de la pizarra se copió sin conversarla.",
            "Explicó {tema} y pidió repetir en coro; nadie dijo cómo lo pensó.",
            "{grandes} dieron un resultado distinto y lo borró sin preguntar de dónde salió.",
        ),
        (
            "Preguntó «¿por qué?» una vez y siguió con la primera respuesta.",
            "Planteó un problema sobre {tema}, pero dio el procedimiento antes de que lo intenten.",
            "{medios} compararon dos respuestas; cerró la conversación antes de que digan la razón.",
        ),
        (
            "Con {tema} dejó que cada grupo pruebe su camino y pidió explicar dos distintos en la pizarra.",
            "Repreguntó «¿cómo lo sabes?» {n} veces y esperó la respuesta.",
            "{grandes} defendieron una idea con lo que vieron en la chacra; otro grupo dio un caso contrario.",
        ),
        (
            "Los niños formularon sus preguntas sobre {tema}, eligieron una y planearon cómo averiguarla.",
            "{chicos} le preguntaron a {grandes} «¿y cómo sabes?» sin que nadie lo pida.",
            "Compararon tres soluciones, hallaron el error de una y lo usaron para mejorar las demás.",
        ),
    ),
    5: (
        (
            "El problema hablaba de un ascensor y un supermercado; nadie pudo imaginarlo.",
            "Trató a todos con la misma ficha, aunque {chicos} aún no leen solos.",
            "No sabía que {n} de los niños ayudan en la cosecha antes de venir.",
        ),
        (
            "Preguntó qué cosecharon en casa, pero la respuesta no se usó en la sesión.",
            "Conoce quién lee y quién no; la ficha de hoy igual fue una sola.",
            "Menciona {tema} como ejemplo y vuelve enseguida al libro.",
        ),
        (
            "Partió de lo que los niños saben de {tema} y lo anotó en la pizarra con sus palabras.",
            "Tiene una lista de avances por niño y formó los grupos con ella.",
            "Dio a {chicos} semillas para contar y a {grandes} la cuenta escrita: sabe hasta dónde llega cada uno.",
        ),
        (
            "Una abuela contó cómo guardan la semilla; los niños la entrevistaron con preguntas preparadas por nivel.",
            "Usó el calendario de siembra del caserío para todo el proyecto, con una tarea distinta para cada grupo.",
            "Cambió la sesión en el momento porque {medios} ya sabían {tema}, y les pidió enseñarlo.",
        ),
    ),
    6: (
        (
            "Confundió {tema} con una definición del libro y siguió adelante.",
            "Cada área va por su lado: se cerró el cuaderno de una y se abrió el de otra.",
            "Corrigió como error la manera de hablar de la comunidad.",
        ),
        (
            "Relacionó {tema} con otra área una sola vez, al final.",
            "Domina el tema; el saber de los mayores aparece solo como anécdota.",
            "Planeó una sola situación para todos, pero las preguntas fueron de una sola área.",
        ),
        (
            "Con {tema} trabajó cuentas, lectura y cuidado del agua en una misma situación.",
            "Comparó la medida del libro con la que usan en la chacra; las dos quedaron en la pizarra.",
            "Explicó {tema} de tres maneras según el grado y todas fueron correctas.",
        ),
        (
            "El proyecto une cuatro áreas y el saber de los mayores del lugar está escrito junto al del libro.",
            "Los niños discutieron cuándo sirve cada medida, la del libro o la del abuelo, y por qué.",
            "Convirtió una duda de {chicos} sobre {tema} en una investigación que toca todas las áreas.",
        ),
    ),
    7: (
        (
            "Los módulos siguen en la caja. Hoy solo se usó pizarra y cuaderno.",
            "Hubo un solo juego de {recurso} y lo manejó quien dirige la clase.",
            "Los cuadernos de trabajo del ministerio están sin usar desde mayo.",
        ),
        (
            "Repartió {recurso}; {medios} no supieron para qué y quedaron sobre la mesa.",
            "Usó {recurso} al inicio y después los guardó, aunque {chicos} los pedían.",
            "El sector de biblioteca está ordenado, pero nadie lo usó en la mañana.",
        ),
        (
            "{chicos} trabajaron con {recurso} y pasaron luego al dibujo; {grandes} eligieron cuándo dejarlos.",
            "Hizo material con cosas del lugar: {recurso}. Cada grupo tenía el suyo.",
            "Usó el cuaderno de trabajo con {medios} y material concreto con {chicos}, cada uno para lo suyo.",
        ),
        (
            "Los niños eligieron entre {recurso} y dibujos, y dijeron por qué les servía más.",
            "El sector lo arman los niños; {grandes} prepararon material para {chicos}.",
            "Inventó con los niños un juego usando {recurso}, y las reglas están escritas por ellos.",
        ),
    ),
    8: (
        (
            "Puso visto a {n} cuadernos sin leerlos. Un error se repitió en todos.",
            "Dijo «bien» y «mal», sin explicar qué faltaba.",
            "Revisó solo a {chicos}; los retos de {grandes} quedaron sin mirar.",
        ),
        (
            "Pasó por las mesas y corrigió el resultado, no el camino.",
            "Preguntó al final quién entendió; levantaron la mano y terminó la clase.",
            "Devolvió {n} cuadernos con una nota corta: «mejora tu letra».",
        ),
        (
            "A {medios} les preguntó dónde cambió la cuenta y ellos hallaron el error.",
            "Usó los últimos diez minutos para revisar los retos con toda el aula.",
            "Anotó en una hoja qué logró cada grupo y cambió la tarea de {chicos} en el momento.",
        ),
        (
            "Los niños revisaron su texto con los criterios que escribieron y lo mejoraron antes de entregarlo.",
            "{grandes} devolvieron con una pregunta el trabajo de {chicos}; escuchó y solo agregó una idea.",
            "Con el error más repetido armó una conversación: al final cada uno dijo qué haría distinto.",
        ),
    ),
    9: (
        (
            "No hay nada de la comunidad en las paredes; los héroes y las fiestas son los del libro.",
            "Pidió no decir palabras «de la chacra» durante la clase.",
            "Comentó delante de todos que se iría a la ciudad apenas pueda.",
        ),
        (
            "Recordó la fiesta patronal en el saludo y no volvió a ella.",
            "Cuenta con orgullo que es de la zona; todavía no lo usa para enseñar.",
            "Hay un mapa del caserío en la pared, hecho por la colega anterior.",
        ),
        (
            "Leyó un relato que un abuelo contó de {tema} y los niños lo escribieron con sus palabras.",
            "Habló de cómo aprendió con sus padres en la chacra y pidió que cada uno cuente lo suyo.",
            "Los niños expusieron los tejidos de sus casas y explicaron el nombre de cada figura.",
        ),
        (
            "Los niños prepararon con las familias un libro del caserío; hoy escribieron la página de {tema}.",
            "La asamblea con los padres decidió qué saberes entran este mes en el aula.",
            "Escribe y comparte lo que ha aprendido en la escuela rural; los niños leen esos textos.",
        ),
    ),
    10: (
        (
            "Dio tres consignas seguidas; {medios} preguntaron a su compañero qué había que hacer.",
            "Habló casi todo el tiempo. {chicos} no dijeron una palabra en {n} minutos.",
            "Cortó dos respuestas antes de que terminen.",
        ),
        (
            "La consigna fue clara para {grandes}; con {chicos} tuvo que repetirla {n} veces.",
            "Escucha con paciencia a quien levanta la mano; no busca a los que callan.",
            "Anima a participar, pero da la respuesta cuando el silencio se alarga.",
        ),
        (
            "Dio la consigna con un ejemplo y pidió que un niño la explique con sus palabras.",
            "Se agachó a la altura de {chicos} y esperó la respuesta.",
            "Buscó a las niñas que no hablan y les ofreció empezar por su grupo.",
        ),
        (
            "Los grupos dialogan entre sí; interviene con preguntas que los hacen escucharse.",
            "Conversó con dos madres en la puerta y acordaron cómo leer en casa.",
            "Los niños explican, preguntan y agradecen; su palabra pesa igual que la de quien enseña.",
        ),
    ),
    11: (
        (
            "Solo salieron a la pizarra los varones; {n} niñas no participaron.",
            "Se burlaron de un error y no dijo nada.",
            "Comparó en voz alta los cuadernos de dos hermanos.",
        ),
        (
            "Trata con cariño a todos; los trabajos de dirigir le tocan a los mismos.",
            "Pidió disculpas por la burla, pero no conversó lo que pasó.",
            "Las niñas y los niños trabajan separados por costumbre.",
        ),
        (
            "Mezcló edades y cuidó que todos tengan un papel; {chicos} presentaron el trabajo.",
            "Agradeció un error porque ayudó a entender {tema}.",
            "Repartió los turnos con una lista que cuida a las niñas y a los que viven lejos.",
        ),
        (
            "Los niños se esperan y se ayudan: {grandes} cedieron su turno al que llegó tarde por la lluvia.",
            "Cuando alguien se equivocó, el grupo buscó con él otra manera. Nadie se rio.",
            "Un grupo pidió cambiar una regla que sentía injusta; la conversaron y la cambiaron.",
        ),
    ),
}

COLAS = (
    "",
    "",
    "",
    " Fue durante el trabajo con {tema}.",
    " Lo vi a las {hora}.",
    " Ocurrió dos veces en la mañana.",
    " También lo comentó en el recreo.",
)
