# Numbers that can be read off an input where a program states a constant.

# the most frequent colour
def solve_00000001(I):
    O = mostcolor(I)
    return O

# the least frequent colour
def solve_00000002(I):
    O = leastcolor(I)
    return O

# a colour that is not the most frequent one
def solve_00000003(I):
    x1 = palette(I)
    x2 = mostcolor(I)
    O = other(x1, x2)
    return O

# the most frequent colour but the background
def solve_00000004(I):
    x1 = fgpartition(I)
    x2 = argmax(x1, size)
    O = color(x2)
    return O

# the least frequent colour but the background
def solve_00000005(I):
    x1 = fgpartition(I)
    x2 = argmin(x1, size)
    O = color(x2)
    return O

# the colour of the largest object
def solve_00000006(I):
    x1 = objects(I, T, T, T)
    x2 = argmax(x1, size)
    O = color(x2)
    return O

# the colour of the smallest object
def solve_00000007(I):
    x1 = objects(I, T, T, T)
    x2 = argmin(x1, size)
    O = color(x2)
    return O

# the colour in the corner
def solve_00000008(I):
    O = index(I, ORIGIN)
    return O

# how many colours there are
def solve_00000009(I):
    O = numcolors(I)
    return O

# how many objects there are
def solve_0000000a(I):
    x1 = objects(I, T, T, T)
    O = size(x1)
    return O

# how many rows there are
def solve_0000000b(I):
    O = height(I)
    return O

# how many columns there are
def solve_0000000c(I):
    O = width(I)
    return O
