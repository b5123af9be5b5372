"""Fragments from which the narratives are composed: rural multigrade rooms, and never a pupil's name.

Slots: {chicos} {medios} {grandes} groups of the room, {tema} what the lesson is about, {recurso} a material,
{n} a number of minutes or pupils, {hora} a time of the visit.
"""
