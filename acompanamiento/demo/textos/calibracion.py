"""Made-up lessons for calibration, what a formador reads in them, and what people say to justify a level."""

# title, lesson, {competency: level or None} of the reference, days before the reference day on which it opened and closed
LECCIONES = (
    (
        "El problema de las papas",
        "Aula multigrado, 3.º y 4.º, matemática. 8:05: la docente pregunta qué se cosechó esta semana en casa; cinco "
        "estudiantes responden.\n\n8:15: escribe en la pizarra «Un saco pesa 48 kilos y se reparte en 6 arrobas». Pide "
        "que lo resuelvan como quieran. Pasa por las mesas y pregunta «¿por qué dividiste?». Tres esperan 9 minutos a "
        "que el resto termine.\n\n8:50: dos salen a mostrar caminos distintos; la docente dice «los dos están bien» y "
        "borra. 9:10: reparte una ficha igual para los dos grados. Cierra a las 9:30 con la respuesta en la pizarra.",
        {1: 3, 2: 2, 3: None, 4: 3, 5: 3, 6: 2, 7: 2, 8: 2, 9: 3, 10: 3, 11: 3},
        (200, 180),
    ),
    (
        "El cuento del zorro",
        "Aula unidocente, comunicación. 8:00: oración y canto, 15 minutos. 8:15: la docente lee un cuento en voz alta; "
        "pregunta dos veces «¿entendieron?» y contestan «sí» en coro.\n\n8:35: copian el cuento de la pizarra. Dos de "
        "1.º dibujan mientras esperan. Un estudiante dice que su abuela lo cuenta de otra manera; la docente responde "
        "«después nos cuentas» y sigue.\n\n9:05: pide que subrayen los sustantivos. Revisa cuatro cuadernos y pone «visto».",
        {1: 2, 2: 1, 3: None, 4: 1, 5: 2, 6: 1, 7: 1, 8: 1, 9: 1, 10: 2, 11: 2},
        (120, 100),
    ),
    (
        "Medimos el huerto",
        "Aula multigrado, 5.º y 6.º, matemática y ciencia. 8:00: en el huerto, la docente reparte sogas y pregunta «¿cómo "
        "sabremos si alcanza para las zanahorias?». Cada grupo propone y discute.\n\n8:40: en el aula, un grupo explica "
        "con su dibujo; otro dice «a nosotros nos salió distinto porque medimos el borde». La docente pide que comparen y "
        "escriban qué cambió. Anota en su registro a quién le costó.\n\n9:20: preguntan a un padre que pasa cómo mide él con "
        "pasos; comparan pasos y metros. 9:40: cada uno escribe qué aprendió y qué duda le queda.",
        {1: 4, 2: 4, 3: None, 4: 4, 5: 4, 6: 4, 7: 3, 8: 3, 9: 3, 10: 4, 11: 3},
        (40, 12),
    ),
    (
        "La carta al alcalde",
        "Clase grabada con permiso, 4.º a 6.º, comunicación. Se ve en la reunión del viernes: 25 minutos, de la lluvia de "
        "ideas al primer borrador. Fíjate en las preguntas de la docente y en lo que hacen los de 4.º mientras tanto.",
        {1: 3, 2: 3, 3: None, 4: 3, 5: 2, 6: 3, 7: 2, 8: 2, 9: 3, 10: 3, 11: 3},
        (6, -9),
    ),
)
# Competencies that people read further apart.
DISPERSAS = (4, 8)
RAZONES = {
    1: (
        "Casi no aparece en la clase.",
        "Lo que se ve va en contra: nadie puede opinar.",
        "Solo repiten en coro.",
    ),
    2: (
        "Aparece un momento y se corta.",
        "Lo intenta con unos pocos.",
        "Pregunta, pero no espera la respuesta.",
    ),
    3: (
        "Se ve en casi toda la clase.",
        "Escucha y devuelve lo que dicen.",
        "Hay propósito y la mayoría participa.",
    ),
    4: (
        "Se sostiene de principio a fin y con todos.",
        "Los estudiantes lo hacen por sí mismos.",
        "Relaciona con su vida.",
    ),
}

DEVOLUCIONES = (
    "Me gustó cómo esperaste a que contara su clase antes de preguntar. Prueba a mostrar tu registro cuando no recuerden "
    "lo mismo: hoy habría ayudado con el momento de la ficha.",
    "Tus preguntas para describir son claras y cortas. Para la próxima, elige una sola situación: hoy fueron cuatro y al "
    "final faltó tiempo para los compromisos.",
    "El compromiso quedó con fecha y con la manera de saberlo. Cuida los silencios: en dos momentos respondiste tú.",
    "Tu cuaderno tiene horas y frases textuales. Falta separar lo que viste de lo que piensas: usa dos columnas.",
)
ACUERDOS = (
    "Preparar tres preguntas por escrito antes de la próxima visita.",
    "Releer el registro juntos en la reunión del mes.",
    "Probar el registro en dos columnas en dos visitas.",
)
COMENTARIOS = (
    "Me sirvió mirar cuántas veces respondí yo. Lo probaré esta semana.",
    "Las dos columnas me ayudaron a no adelantar el juicio.",
)
PREGUNTAS = (
    "¿Cómo sigo preguntando sin dar yo la respuesta cuando el silencio se alarga?",
    "¿Qué situación elegirían ustedes para conversar, de todo lo que pasó?",
    "¿Cómo acordar un compromiso más pequeño sin que parezca poco?",
    "El nivel me quedó en duda: ¿qué evidencia les falta para decidirlo?",
)
MENSAJES = (
    "Gracias por compartirlo. Lo más fuerte es que la reflexión sale de sus propias palabras. ¿Qué pasaría si le pides que "
    "cuente solo los primeros diez minutos?",
    "Lo probé en la visita siguiente y apareció algo nuevo: contó por qué había elegido esa ficha.",
    "Eso ya es explicar. Para confrontar, pregunta de dónde viene esa costumbre.",
)
