"""What is found in a school at the start of the year, by dimension: strengths and weaknesses, each with its evidence."""

FORTALEZAS = {
    "planificacion": (
        (
            "Las sesiones traen una actividad distinta para cada grupo de grados.",
            "Revisé tres sesiones de marzo: las tres separan lo que hace cada grupo.",
        ),
        (
            "La programación parte de lo que se siembra y se celebra en la comunidad.",
            "La unidad de marzo trata de la siembra de papa; está pegada en el aula.",
        ),
    ),
    "clima": (
        (
            "Los niños se tratan con respeto y los grandes ayudan a los chicos.",
            "En el recreo vi a los de 5.º enseñar a leer la hora a los de 2.º.",
        ),
        (
            "Las normas del aula las escribieron los estudiantes y las usan.",
            "El cartel tiene sus nombres de grupo y lo señalaron dos veces en la mañana.",
        ),
    ),
    "tiempo": (
        (
            "La clase empieza a la hora y se aprovecha casi toda la mañana.",
            "Conté 9 minutos sin tarea entre las 8:05 y las 10:30.",
        ),
    ),
    "ensenanza": (
        (
            "Se parte de preguntas y se espera la respuesta.",
            "En la sesión de medidas hubo seis preguntas abiertas y todas esperaron.",
        ),
    ),
    "materiales": (
        (
            "Se usan materiales del lugar para contar, medir y clasificar.",
            "Hay cajas con semillas, chapas y tablitas, con su rótulo, y las usaron hoy.",
        ),
    ),
    "evaluacion": (
        (
            "Los cuadernos se devuelven con comentarios que dicen qué mejorar.",
            "De diez cuadernos, siete tienen una frase y no solo un visto.",
        ),
    ),
    "interculturalidad": (
        (
            "Las familias entran al aula a contar lo que saben hacer.",
            "El registro de visitas anota a cuatro padres en el año pasado.",
        ),
    ),
    "direccion": (
        (
            "La dirección conversa sobre las clases y no solo sobre los papeles.",
            "El cuaderno de reuniones tiene tres conversaciones sobre lectura.",
        ),
    ),
    "organizacion": (
        (
            "El horario se cumple y está a la vista de las familias.",
            "Está pegado en la puerta y coincidió con lo que vi los dos días.",
        ),
    ),
    "colegiado": (
        (
            "Los docentes se juntan cada quince días a preparar clases.",
            "Las actas de marzo traen los acuerdos y quién los cumple.",
        ),
    ),
    "familias": (
        (
            "Las familias participan en faenas y en la lectura de los viernes.",
            "Vinieron 14 de 18 a la asamblea de inicio; hay lista firmada.",
        ),
        (
            "La junta de padres cuida el local y el comedor.",
            "El cuaderno de turnos está completo desde el año pasado.",
        ),
    ),
    "asistencia": (
        (
            "La asistencia es alta incluso en tiempo de cosecha.",
            "El registro de mayo del año pasado tiene 94 % de asistencia.",
        ),
    ),
    "local": (
        (
            "Las aulas son seguras y tienen mobiliario para todos.",
            "Conté mesas y sillas: alcanzan para la matrícula.",
        ),
    ),
}
DEBILIDADES = {
    "planificacion": (
        (
            "Se planifica para un solo grado y los demás copian.",
            "Las tres sesiones que revisé tienen una sola consigna para todos.",
        ),
        (
            "La programación es de otro año y de otra escuela.",
            "La carpeta dice 2019 y nombra un río que aquí no hay.",
        ),
    ),
    "clima": (
        (
            "Los conflictos se resuelven con castigos.",
            "En dos horas se mandó afuera a tres; nadie preguntó qué pasó.",
        ),
    ),
    "tiempo": (
        (
            "Los grados que no se atienden esperan sin tarea.",
            "Conté 25 minutos de espera de los grandes en una mañana.",
        ),
        (
            "La jornada empieza tarde y se acorta por la distancia.",
            "Los dos días que fui la clase empezó a las 8:40.",
        ),
    ),
    "ensenanza": (
        (
            "Se copia de la pizarra la mayor parte de la clase.",
            "De cuatro momentos que observé, en tres se copiaba.",
        ),
        (
            "Las preguntas se responden en coro y con una palabra.",
            "Anoté doce preguntas; once eran de sí o no.",
        ),
    ),
    "materiales": (
        (
            "Los cuadernos de trabajo y los kits están guardados.",
            "El almacén tiene cajas de 2024 sin abrir.",
        ),
    ),
    "evaluacion": (
        (
            "Se revisa si la tarea está hecha, no qué se aprendió.",
            "De diez cuadernos, nueve tienen solo visto y fecha.",
        ),
        (
            "No hay registro de en qué está cada grado.",
            "Pedí el registro y solo hay notas del bimestre.",
        ),
    ),
    "interculturalidad": (
        (
            "Lo que saben las familias no entra en las sesiones.",
            "Ninguna de las sesiones de marzo nombra algo de la comunidad.",
        ),
    ),
    "direccion": (
        (
            "La dirección tiene aula a cargo y no llega a conversar sobre las clases.",
            "El cuaderno de dirección no tiene ninguna conversación desde agosto.",
        ),
    ),
    "organizacion": (
        (
            "El horario se cambia según las comisiones y los trámites.",
            "En marzo se suspendieron tres días por gestiones en la UGEL.",
        ),
    ),
    "colegiado": (
        (
            "Cada docente trabaja por su cuenta.",
            "No hay actas de reuniones y los docentes lo confirmaron.",
        ),
        (
            "En la escuela hay un solo docente y no tiene con quién preparar.",
            "Lo dijo al empezar: «acá nadie me mira la clase».",
        ),
    ),
    "familias": (
        (
            "Las familias solo vienen para faenas y firmas.",
            "En el cuaderno de actas no hay una reunión sobre aprendizajes.",
        ),
    ),
    "asistencia": (
        (
            "En siembra y cosecha falta casi la mitad.",
            "El registro de mayo del año pasado tiene 58 % de asistencia.",
        ),
    ),
    "local": (
        (
            "El techo gotea y una de las aulas no se usa con lluvia.",
            "Lo vi el segundo día: movieron las mesas al corredor.",
        ),
    ),
}
AL_CIERRE = (
    (
        "Mejoró durante el año: ya es parte del trabajo de cada semana.",
        "Lo vi en las dos últimas visitas y está en el cuaderno de campo.",
    ),
    (
        "Se sostiene sin que nadie lo recuerde.",
        "La escuela lo muestra en su registro de octubre y noviembre.",
    ),
)
CONTEXTOS = (
    "Las familias siembran papa, trigo y arveja, y crían animales menores. En mayo y junio los estudiantes ayudan en "
    "la cosecha. La fiesta patronal es en setiembre.",
    "El caserío vive del pan llevar y de jornales en la costa. Muchos padres bajan por temporadas y los abuelos "
    "quedan a cargo.",
    "Hay ganado lechero y una quesería pequeña. Los estudiantes caminan hasta una hora para llegar a la escuela.",
    "La comunidad teje y vende en la feria del domingo. Los saberes del telar y de las plantas los tienen las abuelas.",
)
RUTAS = {
    "combi": "Combi hasta el distrito, cada hora, y otra que sube al caserío al mediodía. En enero y febrero el río no deja "
    "pasar por abajo.",
    "moto": "Combi hasta el desvío y de ahí moto, con aviso un día antes. Si no hay moto se camina hora y media.",
    "camion": "Camión los lunes y jueves; los demás días, a pie por la quebrada. Conviene dormir en el caserío y salir "
    "temprano.",
    "a_pie": "A pie por el camino de herradura desde la capital del distrito. Con lluvia fuerte el puente se tapa y hay que "
    "dar la vuelta por arriba.",
    "auto": "Camioneta por trocha: sale de la plaza a las 5:30 y hay una sola de vuelta, a la 1. Si no hay cupo, se va hasta "
    "el cruce y se camina.",
    "varios": "Combi hasta el distrito, moto hasta el desvío y el último tramo a pie. La trocha se corta cuando llueve dos "
    "días seguidos.",
}
FUENTES = (
    "Evaluación de entrada, {fecha}",
    "Prueba de entrada y lectura en voz alta, {fecha}",
    "Kit de evaluación diagnóstica, {fecha}",
)
FUENTE_DEL_CIERRE = "Evaluación de salida, {fecha}"
NECESIDADES = {
    1: "Acordar las normas con los estudiantes y usarlas para resolver los conflictos del día.",
    2: "Tener lista una actividad que cada grado pueda hacer solo mientras se atiende a los otros.",
    3: "Anotar después de clase qué resultó y qué probar la semana siguiente.",
    4: "Hacer preguntas que pidan explicar el porqué, y esperar la respuesta.",
    5: "Saber en qué está cada estudiante antes de empezar una unidad, y qué trae de su casa.",
    6: "Unir dos áreas en una misma situación de la comunidad.",
    7: "Sacar los materiales del almacén y planear en qué momento se usa cada uno.",
    8: "Devolver los cuadernos con un comentario que diga qué mejorar y cómo.",
    9: "Traer a la clase la historia, las fiestas y los saberes del lugar.",
    10: "Dar las indicaciones en pasos cortos y comprobar que se entendieron.",
    11: "Repartir la palabra y los encargos, para que participen también los que callan.",
}
