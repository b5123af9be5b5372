"""What every page needs to draw its bar."""


def contexto(request):
    return {}
