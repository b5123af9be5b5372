"""What the demo's group sessions work on, what they agree, and what teachers tell each other."""

# (competency, topic, what was done, agreements)
TEMAS = (
    (
        2,
        "Tiempo de aprendizaje en el aula multigrado",
        "Cada grupo cronometró un tramo de clase en video y ubicó las esperas. Compartieron rutinas de inicio.",
        "Probar una rutina de inicio de cinco minutos.\nAnotar en una semana cuándo esperan los grados pequeños.",
    ),
    (
        8,
        "Retroalimentar mientras los grupos trabajan",
        "Leyeron tres diálogos de aula y separaron elogio, corrección y pregunta que hace pensar. Ensayaron en parejas.",
        "Preparar dos preguntas por sesión para devolver a los grupos.",
    ),
    (
        4,
        "Preguntas que hacen pensar en matemática",
        "Transformaron preguntas de respuesta única en problemas abiertos con material de la chacra.",
        "Llevar un problema abierto por semana y traer las respuestas.",
    ),
    (
        6,
        "Un mismo tema para varios grados",
        "Planificaron la feria del caserío como eje para los seis grados, con productos distintos.",
        "Compartir la planificación antes de usarla.\nRevisar qué hizo cada grado.",
    ),
    (
        7,
        "Material concreto que se queda en la escuela",
        "Armaron cajas de conteo con semillas y tapas; cada escuela llevó la suya.",
        "Usar la caja en dos sesiones y contar qué pasó.",
    ),
    (
        1,
        "Acuerdos de convivencia que sí se usan",
        "Revisaron los acuerdos pegados en el aula y cuáles se nombraron en la semana.",
        "Reescribir tres acuerdos con los estudiantes.",
    ),
    (
        5,
        "Lo que saben las familias de la siembra",
        "Una madre y un padre contaron el calendario agrícola; lo pasaron a un cartel de área.",
        "Invitar a una persona de la comunidad antes de la próxima sesión.",
    ),
    (
        10,
        "Escuchar antes de explicar",
        "Practicaron esperar cinco segundos después de cada pregunta y tomaron nota de lo que apareció.",
        "Contar hasta cinco. Anotar una respuesta que sorprendió.",
    ),
)
TALLERES = (
    (
        3,
        "Mirar la propia práctica: del relato a la pregunta",
        "Escribieron un momento de aula, lo leyeron en tríos y formularon una pregunta.",
        "Traer un relato escrito al próximo microtaller.",
    ),
    (
        6,
        "Planificar el segundo semestre por ejes",
        "Revisaron avances, ajustaron ejes y repartieron materiales.",
        "Enviar la planificación ajustada en dos semanas.",
    ),
)
PASANTIA = (6, "Visita a un aula multigrado que trabaja por proyectos", "", "")
# (title, text, question, competency, area, signed?, comments: (kind, text, of whom: "acompanante" or an order in the list))
FRAGMENTO_DE_ROSA = (
    "Los chicos resolvieron antes que yo explicara",
    "Puse sobre la mesa de primero y segundo las tapas y les pedí repartir para la feria. Fui donde los de quinto. Cuando volví ya habían armado grupos de diez y uno decía «así no se cuenta de a uno». Yo tenía preparada la explicación y la guardé.",
    "¿Cómo hacen ustedes para esperar sin dejar solos a los que se traban?",
    4,
    "matematica",
    True,
    (
        ("valoro", "Que guardaste la explicación. Eso que dijo el niño vale más que la pizarra.", 2),
        ("pregunto", "¿Qué hizo el que no encontraba cómo agrupar?", 5),
        ("probaria", "Dejaría una tarjeta de ayuda boca abajo, para quien la pida.", "acompanante"),
    ),
)
FRAGMENTO_SIN_FIRMA = (
    "Se me fue media mañana en poner orden",
    "El lunes entraron todos hablando del campeonato. Pedí silencio varias veces y terminé levantando la voz. Cuando empezamos eran las nueve y media y los de sexto ya estaban aburridos.",
    "¿Qué hacen en los primeros diez minutos cuando llegan así?",
    2,
    "",
    False,
    (
        ("valoro", "Que lo cuentes. A mí me pasa después de cada feriado.", 4),
        (
            "probaria",
            "Les pediría escribir tres líneas del partido y leer dos en voz alta: ya es Comunicación.",
            "acompanante",
        ),
    ),
)
