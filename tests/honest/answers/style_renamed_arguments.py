"""what: other names for the arguments, which the checks pass by place
"""
# %% solution: tangent_line
def tangent_line(function, derivative, place, points):
    return function(place) + derivative(place) * (points - place)
