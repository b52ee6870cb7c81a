# Programs that tell how two grids differ. I is the pair of both; what comes out is a tuple of a
# number, 0 if nothing differs, and what differs.

# colours that the second lacks
def differ_00000001(I):
    x1 = first(I)
    x2 = last(I)
    x3 = palette(x1)
    x4 = palette(x2)
    x5 = difference(x3, x4)
    x6 = size(x5)
    O = astuple(x6, x5)
    return O

# colours that the first lacks
def differ_00000002(I):
    x1 = first(I)
    x2 = last(I)
    x3 = palette(x1)
    x4 = palette(x2)
    x5 = difference(x4, x3)
    x6 = size(x5)
    O = astuple(x6, x5)
    return O

# objects of one cell that the second lacks
def differ_00000003(I):
    x1 = first(I)
    x2 = last(I)
    x3 = objects(x1, T, F, F)
    x4 = objects(x2, T, F, F)
    x5 = sizefilter(x3, ONE)
    x6 = sizefilter(x4, ONE)
    x7 = difference(x5, x6)
    x8 = size(x7)
    O = astuple(x8, x7)
    return O

# objects of one cell that the first lacks
def differ_00000004(I):
    x1 = first(I)
    x2 = last(I)
    x3 = objects(x1, T, F, F)
    x4 = objects(x2, T, F, F)
    x5 = sizefilter(x3, ONE)
    x6 = sizefilter(x4, ONE)
    x7 = difference(x6, x5)
    x8 = size(x7)
    O = astuple(x8, x7)
    return O

# cells that differ, those that only one of them has included
def differ_00000005(I):
    x1 = first(I)
    x2 = last(I)
    x3 = asobject(x1)
    x4 = asobject(x2)
    x5 = difference(x3, x4)
    x6 = difference(x4, x3)
    x7 = combine(x5, x6)
    x8 = toindices(x7)
    x9 = size(x8)
    O = astuple(x9, x8)
    return O
