"""The teacher's own words in the four steps, the commitments of each competency and what came of them."""

DESCRIBIR = (
    "Les di el mismo problema a todos y cada grupo lo resolvió a su manera.",
    "Empecé por {chicos}, como siempre, y a {grandes} les dejé la tarjeta.",
    "Hice la asamblea, después {tema}, y al final no me alcanzó el tiempo para revisar.",
    "Los mandé a mirar al patio y recién después abrimos el cuaderno.",
    "Expliqué en la pizarra y fui pasando por las mesas. Con {medios} me quedé más.",
    "Usé {recurso} para que lo vean y no solo lo escuchen.",
    "Puse a {grandes} a ayudar y yo me dediqué a los que todavía no leen.",
    "Seguí la sesión del cuaderno de trabajo, pero cambié el ejemplo por {tema}.",
)
QUE_PASO = (
    " Esta vez los grandes no esperaron: fueron a la caja.",
    " Los chiquitos se animaron a hablar más que otros días.",
    " Me di cuenta de que unos cuantos solo miraban.",
    " Se demoraron, pero lo hicieron ellos.",
    " Con la bulla de la lluvia me desordené un poco.",
    " Al comienzo no entendieron y tuve que volver a explicar.",
    " Se ayudaron entre ellos y yo pude respirar.",
    " Los de más lejos llegaron tarde y les tocó ponerse al día.",
)
EXPLICAR = (
    "Creo que aprenden más si explican a otro. Antes pensaba que explicar era solo mi tarea.",
    "Para mí, primero tienen que tocar y ver. Después viene lo escrito.",
    "Pensaba que si todos hacen lo mismo es más justo. Ahora veo que no es igual para todos.",
    "Yo creo que el orden ayuda a aprender, por eso pido silencio.",
    "Los niños saben bastante de la chacra. Si parto de ahí, no tengo que convencerlos.",
    "Creo que corregir rápido les evita la vergüenza.",
    "Me parece que preguntar es mejor que decir, aunque tome más tiempo.",
    "Lo aprendí en el microtaller: una sola situación y varias entradas.",
)
MATIZ = (
    " No lo tengo del todo claro todavía.",
    " Lo he visto con mis propios hijos.",
    " Así me ha dado resultado otras veces.",
    " Aunque a veces dudo, porque los padres piden cuaderno lleno.",
    "",
    "",
    " Hay que ver si con {grandes} también es así.",
)
CONFRONTAR = (
    "Siempre empiezo por los chiquitos porque me da miedo que se queden atrás. No me había dado cuenta de que los grandes pierden casi un cuarto de hora.",
    "Así me enseñaron a mí: copiar y repetir. Me salió sin pensarlo.",
    "Cuando viene alguien a mirar me pongo a hablar de más. También lo hago los lunes.",
    "Les pregunto más a los que sé que van a responder. Las niñas de atrás salen perdiendo.",
    "Por llenar el cuaderno para los padres dejo de conversar con los niños.",
    "Tantos años llevando el aula sin ayuda me hicieron decidir todo yo. Me cuesta soltar.",
    "El libro manda en mi clase. Nunca le pregunté a una abuela lo que sabe.",
    "Corrijo con lapicero rojo porque así lo hacía mi maestra, y los chicos esconden el cuaderno.",
    "Pensé que no les interesaba. En verdad no les había preguntado.",
)
RECONSTRUIR = (
    "Voy a tener tarjetas de reto en una caja, para que el grupo que termina elija una y me la explique al final.",
    "La próxima semana empiezo un día por cada grupo y anoto qué pasa.",
    "Voy a guardar diez minutos para revisar con ellos antes del recreo.",
    "Quiero preguntar «¿cómo lo sabes?» y esperar en silencio hasta que alguien conteste.",
    "Voy a invitar a una mamá para que cuente cómo guarda la semilla.",
    "Haré la consigna escrita y que la lea uno de {grandes}.",
    "Voy a armar los grupos mezclando edades dos veces por semana.",
    "Quiero que ellos digan qué está bien en un trabajo, y escribirlo en la pared.",
    "Probaré a no borrar los errores: primero los miramos entre todos.",
)

# By competency: (what we will do, how we will know).
COMPROMISOS = {
    1: (
        (
            "Hacer una asamblea de quince minutos cada lunes, dirigida por los niños.",
            "El cuaderno de acuerdos tiene los de cada lunes.",
        ),
        (
            "Rehacer las normas con los niños y revisarlas cada viernes.",
            "Las normas están escritas por ellos y a la vista.",
        ),
    ),
    2: (
        (
            "Caja de tarjetas de reto para el grupo que termina primero.",
            "En la visita cuento los minutos de espera.",
        ),
        (
            "Dejar la consigna escrita de cada grupo antes de entrar.",
            "Cada mesa tiene su consigna al empezar.",
        ),
        ("Empezar cada día por un grupo distinto.", "Anoto en mi cuaderno por quién empecé."),
    ),
    3: (
        (
            "Escribir tres líneas al final de cada día: qué probé y qué pasó.",
            "Leemos juntos las notas en la próxima visita.",
        ),
        ("Grabar diez minutos de mi clase y escucharlos.", "Llevo dos cosas que quiero cambiar."),
    ),
    4: (
        ("Preguntar «¿cómo lo sabes?» en cada cierre.", "Los niños dan una razón sin que la repita."),
        (
            "Dejar que prueben antes de explicar el procedimiento.",
            "Hay al menos dos caminos distintos en la pizarra.",
        ),
    ),
    5: (
        (
            "Visitar a dos familias para conocer qué hacen los niños en casa.",
            "Uso lo que averigüé en una sesión.",
        ),
        (
            "Hacer una hoja de avances por niño y formar los grupos con ella.",
            "La hoja está al día cuando vuelva la visita.",
        ),
    ),
    6: (
        (
            "Preparar una situación de la comunidad que una dos áreas.",
            "La sesión está en la carpeta y la comentamos.",
        ),
        ("Preguntar a los mayores cómo miden y traerlo al aula.", "Las dos medidas están en el papelote."),
    ),
    7: (
        (
            "Sacar el material de la caja y ordenarlo por sectores con los niños.",
            "Los niños lo toman y lo devuelven solos.",
        ),
        ("Hacer con semillas y tapas el material para contar.", "Cada grupo tiene su bolsa de material."),
    ),
    8: (
        (
            "Revisar los retos resueltos en los últimos diez minutos, con toda el aula.",
            "Veo la revisión en la próxima visita.",
        ),
        ("Escribir una pregunta en cada cuaderno en vez del visto.", "Miramos cinco cuadernos juntos."),
        (
            "Poner con los niños tres criterios para revisar un texto.",
            "Los criterios están en la pared y los usan.",
        ),
    ),
    9: (
        (
            "Empezar el libro del caserío con un relato por semana.",
            "Hay cuatro relatos escritos por los niños.",
        ),
        ("Invitar a un abuelo a contar la historia de la escuela.", "Los niños escriben lo que escucharon."),
    ),
    10: (
        (
            "Dar una sola consigna a la vez y pedir que un niño la explique.",
            "Nadie pregunta qué había que hacer.",
        ),
        ("Esperar cinco segundos después de cada pregunta.", "Hablan niños que antes no hablaban."),
    ),
    11: (
        (
            "Repartir los turnos con una lista que incluya a las niñas de atrás.",
            "En la lista todos salieron por lo menos una vez.",
        ),
        ("Mezclar las edades en los grupos dos veces por semana.", "Los niños cuentan con quién trabajaron."),
    ),
}

VERIFICADO = {
    "cumplido": (
        "Lo vi funcionando; los niños ya lo hacen solos.",
        "Está en la pared y lo usaron hoy.",
        "Lo hizo las cuatro semanas y lo contó con sus notas.",
        "Se nota en la clase de hoy.",
        "Los niños lo explicaron cuando les pregunté.",
    ),
    "en_parte": (
        "Empezó bien y lo dejó en la semana de aniversario.",
        "Lo hace con {grandes}; falta con {chicos}.",
        "Alcanzó para dos de las cuatro semanas por las lluvias.",
        "Está preparado, todavía no lo usa con todos.",
    ),
    "no_se_pudo": (
        "La escuela estuvo cerrada por el paro y no hubo cómo.",
        "Faltó el material; lo conseguimos para el próximo mes.",
        "Estuvo de licencia. Lo retomamos ahora.",
        "No le encontró sentido y lo cambiamos por otro más sencillo.",
    ),
}
