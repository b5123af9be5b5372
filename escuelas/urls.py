"""Addresses of schools. A code is COD_MOD-ANEXO: "0267963-0"."""

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("escuelas/", views.escuela_list, name="escuela_list"),
    re_path(r"^escuelas/(?P<codigo>[0-9]{7}-[0-9])/$", views.escuela_detail, name="escuela_detail"),
]
