def elementwise(name, formula, parameters, suffix):
    return formula
def reduction(name):
    return name
