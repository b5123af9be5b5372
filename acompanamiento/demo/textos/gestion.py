"""What is seen, said and agreed in an advice to a director, by dimension, and what a final report says."""

# dimension: [(what was seen, evidence, what the director said, commitment, how it will be known)]
DE_GESTION = {
    "conduccion": [
        (
            "La reunión de los lunes revisa asistencia y documentos; las clases se comentan al paso.",
            "Leí tres actas: once puntos administrativos y ninguno de aula.",
            "Junto a todos los lunes para ver lo pendiente. De las clases hablamos en el recreo.",
            "Dedicar la primera media hora de cada lunes a una clase que alguien quiera contar.",
            "Actas con el punto escrito.",
        ),
        (
            "La dirección también enseña y entra a las otras aulas solo cuando hay un problema.",
            "Su horario tiene 28 horas de clase; el cuaderno de visitas, dos anotaciones en el bimestre.",
            "Quisiera acompañar más, pero tengo mi aula. Entro cuando me llaman.",
            "Acordar un momento al mes para entrar a un aula, a pedido de quien enseña.",
            "Calendario pegado en la dirección.",
        ),
    ],
    "clima": [
        (
            "Las normas de convivencia las escribió la dirección y están en cada aula.",
            "Pregunté en dos aulas: los estudiantes las repiten y no recuerdan haberlas conversado.",
            "Las puse yo al empezar el año para ganar tiempo.",
            "Revisar las normas en asamblea, aula por aula, y escribirlas de nuevo.",
            "Normas con la letra de los estudiantes.",
        ),
        (
            "Los desacuerdos entre estudiantes grandes y chicos se resuelven enviándolos a la dirección.",
            "En una mañana llegaron tres veces por la pelota.",
            "Me los mandan y yo hablo con ellos. Se calman, pero vuelven.",
            "Turnos de la cancha acordados con los estudiantes de cada grado.",
            "Dos semanas sin envíos por la pelota.",
        ),
    ],
    "participacion": [
        (
            "A la asamblea de familias se la convoca por faenas y cuotas.",
            "Cuatro citaciones del año: ninguna habla de lo que aprenden.",
            "Vienen cuando hay que techar algo. Para lo demás, casi nadie.",
            "Abrir la próxima asamblea con los estudiantes mostrando lo que hicieron.",
            "Lista de asistencia y fotos de los trabajos, sin rostros.",
        ),
        (
            "Hay madres y padres que saben tejer, sembrar y contar historias; la escuela no los llama.",
            "Me lo contaron tres madres en la puerta, al esperar la salida.",
            "Pensaba que no tenían tiempo. No les había preguntado.",
            "Invitar a un sabio o sabia de la comunidad una vez al mes.",
            "Registro de la visita en el cuaderno de la escuela.",
        ),
    ],
    "organizacion": [
        (
            "El recreo y el desayuno se alargan, y la primera hora empieza tarde tres días a la semana.",
            "Tomé la hora dos días: la clase empezó a las 8:25 y a las 8:40.",
            "El desayuno llega tarde y esperamos a los de más lejos.",
            "Servir el desayuno por turnos y empezar con una lectura compartida.",
            "Hora de inicio anotada cada día en la pizarra de la dirección.",
        ),
        (
            "Las cajas de materiales están completas y guardadas con llave.",
            "Inventario de marzo firmado; las bolsas siguen cerradas.",
            "Me da miedo que se pierdan y después me los pidan.",
            "Repartir las cajas por aula, con un cuaderno de préstamo.",
            "Cuaderno de préstamo con al menos un uso por semana.",
        ),
    ],
    "planificacion": [
        (
            "El plan anual de trabajo se copió del año pasado y no se mira.",
            "Las fechas del documento son de otro año.",
            "Lo hice apurado en marzo porque me lo pedían.",
            "Escoger tres metas de este año y ponerlas en una sola hoja.",
            "Hoja a la vista, con fecha y responsable por su cargo.",
        ),
        (
            "Cada docente planifica por su lado, aunque comparten grados.",
            "Dos aulas trabajan la misma unidad con meses de diferencia.",
            "No hemos encontrado un día para sentarnos.",
            "Una tarde al mes para planificar juntos las aulas que comparten grados.",
            "La unidad escrita entre todos.",
        ),
    ],
    "datos": [
        (
            "Los resultados de la evaluación de inicio están archivados y no se usaron para decidir.",
            "El registro tiene los conteos por grado; nadie los comentó en reunión.",
            "Los mandé a la UGEL y ahí quedaron.",
            "Mirar los conteos por grado y elegir en qué insistir este bimestre.",
            "Acuerdo escrito en el acta.",
        ),
        (
            "Se registra quién falta y no por qué falta.",
            "En la época de siembra faltan hasta nueve estudiantes por día.",
            "Es por la chacra. Todos los años pasa lo mismo.",
            "Contar las faltas por semana y conversar con las familias antes de la cosecha.",
            "Cuadro de faltas por semana, solo cantidades.",
        ),
    ],
}
EXPLICAR = (
    "Creo que dirigir es que nada falte. Ahora veo que también es que se converse.",
    "Pensaba que si los papeles están en orden, lo demás viene solo.",
    "Para mí la confianza se gana estando, no revisando.",
    "Siempre pensé que cada uno sabe su aula y no hay que meterse.",
)
CONFRONTAR = (
    "Así lo hacía quien dirigía antes. A la UGEL le sirve; a los estudiantes, no sé.",
    "Lo aprendí de cuando me supervisaban. No me ayudaba y lo repetí.",
    "Ayuda a que todo esté listo, pero deja solos a los que recién empiezan.",
    "",
)
RECONSTRUIR = (
    "Empezaría por una sola cosa y la vería hasta el final.",
    "Preguntaría primero qué necesitan, y de ahí armaría la reunión.",
    "Lo haría con los docentes y no después de ellos.",
    "",
)
COMENTARIOS = (
    "Me ayudó verlo escrito. Lo de la reunión ya empezó.",
    "Gracias por escuchar antes de decir. Me falta tiempo, pero seguimos.",
    "De acuerdo con lo que dice. Agregaría que la lluvia nos cortó dos semanas.",
)
AVANCES = (
    "Ya van dos semanas. Cuesta cuando hay feria.",
    "Empezamos esta semana y todos dijeron algo.",
    "Lo conversé con las familias y les pareció bien.",
)
VISTO = {
    "cumplido": ("Se vio en las actas.", "Lo mostraron al llegar.", "Está a la vista de todos."),
    "en_parte": ("Empezó y se cortó por las lluvias.", "Dos de cuatro veces.", "Falta una de las aulas."),
    "no_se_pudo": ("La escuela estuvo cerrada por la vía cortada.", "Cambió el horario del desayuno."),
}
LOGROS = (
    "Las reuniones de los lunes hablan de las clases en la mayoría de las escuelas.",
    "Los microtalleres se volvieron un espacio al que se viene a contar, no solo a escuchar.",
    "Se usan los materiales que estaban guardados y se comparten entre aulas.",
)
DIFICULTADES = (
    "Entre febrero y abril la vía se cortó varias veces y hubo que cambiar el orden de las visitas.",
    "Dos escuelas quedan a más de tres horas a pie y solo alcanza una visita por viaje.",
    "Las actividades de aniversario se cruzaron con las visitas de setiembre.",
)
LECCIONES = (
    "Cuando la primera conversación no trae encargos, la segunda es otra.",
    "Conviene verificar los compromisos con el cuaderno a la vista y no de memoria.",
    "Los grados mayores pueden acompañar a los menores si la tarea lo permite.",
)
RECOMENDACIONES = (
    "Empezar las visitas diagnósticas por las escuelas más lejanas, antes de las lluvias.",
    "Juntar por ruta las escuelas vecinas y compartir el viaje.",
    "Pedir a la UGEL que las reuniones no caigan en los días de microtaller.",
)
DE_ESCUELA = (
    "La dirección sostiene la media hora de conversación sobre las clases. Falta que la convoque otro cuando no está.",
    "Las familias llegaron a la asamblea por lo que hicieron los estudiantes. Conviene repetirlo en marzo.",
    "El cuaderno de préstamo de materiales funciona. Queda por ordenar el horario del desayuno.",
)
