"""Who may open the pages of schools. The register is public; which schools each person reaches is in the querysets."""


def puede_ver_escuelas(usuario) -> bool:
    """Every signed-in person: UGEL and region all theirs, a director or a teacher their own school."""
    return usuario.is_authenticated
