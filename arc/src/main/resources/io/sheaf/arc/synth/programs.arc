# Programs of the synthetic families: solve_FFFFVVVV is way V of family F.

# quarter turn
def solve_00010000(I):
    O = rot90(I)
    return O

def solve_00010001(I):
    x1 = dmirror(I)
    O = vmirror(x1)
    return O

def solve_00010002(I):
    x1 = rot270(I)
    O = rot180(x1)
    return O

# half turn
def solve_00020000(I):
    O = rot180(I)
    return O

def solve_00020001(I):
    x1 = hmirror(I)
    O = vmirror(x1)
    return O

def solve_00020002(I):
    x1 = power(rot90, TWO)
    O = x1(I)
    return O

# mirror
def solve_00030000(I):
    O = vmirror(I)
    return O

def solve_00030001(I):
    x1 = hmirror(I)
    O = rot180(x1)
    return O

# upside down
def solve_00040000(I):
    O = hmirror(I)
    return O

def solve_00040001(I):
    x1 = asobject(I)
    x2 = hmirror(x1)
    O = paint(I, x2)
    return O

# transpose
def solve_00050000(I):
    O = dmirror(I)
    return O

def solve_00050001(I):
    x1 = rot90(I)
    O = vmirror(x1)
    return O

# anti transpose
def solve_00060000(I):
    O = cmirror(I)
    return O

def solve_00060001(I):
    x1 = compose(dmirror, rot180)
    O = x1(I)
    return O

# beside mirror
def solve_00070000(I):
    x1 = vmirror(I)
    O = hconcat(I, x1)
    return O

def solve_00070001(I):
    x1 = fork(hconcat, identity, vmirror)
    O = x1(I)
    return O

# fourfold
def solve_00080000(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    O = vconcat(x2, x3)
    return O

# twice as large
def solve_00090000(I):
    O = upscale(I, TWO)
    return O

def solve_00090001(I):
    x1 = hupscale(I, TWO)
    O = vupscale(x1, TWO)
    return O

# three times as large
def solve_000a0000(I):
    O = upscale(I, THREE)
    return O

def solve_000a0001(I):
    x1 = rbind(upscale, THREE)
    O = x1(I)
    return O

# half as large
def solve_000b0000(I):
    O = downscale(I, TWO)
    return O

# left half
def solve_000c0000(I):
    O = lefthalf(I)
    return O

def solve_000c0001(I):
    x1 = hsplit(I, TWO)
    O = first(x1)
    return O

# bottom half
def solve_000d0000(I):
    O = bottomhalf(I)
    return O

def solve_000d0001(I):
    x1 = vsplit(I, TWO)
    O = last(x1)
    return O

# first third
def solve_000e0000(I):
    x1 = hsplit(I, THREE)
    O = first(x1)
    return O

# without margin
def solve_000f0000(I):
    O = trim(I)
    return O

def solve_000f0001(I):
    x1 = shape(I)
    x2 = subtract(x1, TWO)
    O = crop(I, UNITY, x2)
    return O

# without two margins
def solve_00100000(I):
    x1 = power(trim, TWO)
    O = x1(I)
    return O

def solve_00100001(I):
    x1 = trim(I)
    O = trim(x1)
    return O

# largest
def solve_00110000(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    O = subgrid(x2, I)
    return O

def solve_00110001(I):
    x1 = fgpartition(I)
    x2 = order(x1, size)
    x3 = last(x2)
    O = subgrid(x3, I)
    return O

# smallest
def solve_00120000(I):
    x1 = objects(I, T, F, T)
    x2 = argmin(x1, size)
    O = subgrid(x2, I)
    return O

# smallest gone
def solve_00130000(I):
    x1 = objects(I, T, F, T)
    x2 = argmin(x1, size)
    O = cover(I, x2)
    return O

def solve_00130001(I):
    x1 = objects(I, T, F, T)
    x2 = argmin(x1, size)
    x3 = mostcolor(I)
    O = fill(I, x3, x2)
    return O

# largest marked
def solve_00140000(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = recolor(ONE, x2)
    O = paint(I, x3)
    return O

def solve_00140001(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    O = fill(I, ONE, x2)
    return O

# between filled
def solve_00150000(I):
    x1 = objects(I, T, F, T)
    x2 = merge(x1)
    x3 = delta(x2)
    O = fill(I, FOUR, x3)
    return O

# outlined
def solve_00160000(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(outbox, x1)
    O = fill(I, THREE, x2)
    return O

# rings filled
def solve_00170000(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(delta, x1)
    O = fill(I, FOUR, x2)
    return O

def solve_00170001(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, FOUR, x5)
    return O

# rings to blocks
def solve_00180000(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(delta, x1)
    x3 = leastcolor(I)
    x4 = shape(I)
    x5 = canvas(ZERO, x4)
    O = fill(x5, x3, x2)
    return O

# joined
def solve_00190000(I):
    x1 = ofcolor(I, THREE)
    x2 = first(x1)
    x3 = last(x1)
    x4 = connect(x2, x3)
    O = fill(I, THREE, x4)
    return O

def solve_00190001(I):
    x1 = ofcolor(I, THREE)
    x2 = backdrop(x1)
    O = fill(I, THREE, x2)
    return O

# columns
def solve_001a0000(I):
    x1 = ofcolor(I, TWO)
    x2 = mapply(vfrontier, x1)
    O = fill(I, TWO, x2)
    return O

# crosses
def solve_001b0000(I):
    x1 = ofcolor(I, TWO)
    x2 = fork(combine, vfrontier, hfrontier)
    x3 = mapply(x2, x1)
    O = underfill(I, ONE, x3)
    return O

# halos
def solve_001c0000(I):
    x1 = ofcolor(I, TWO)
    x2 = mapply(neighbors, x1)
    O = underfill(I, SEVEN, x2)
    return O

def solve_001c0001(I):
    x1 = objects(I, T, T, T)
    x2 = mapply(outbox, x1)
    O = fill(I, SEVEN, x2)
    return O

# diagonals
def solve_001d0000(I):
    x1 = ofcolor(I, TWO)
    x2 = rbind(shoot, UNITY)
    x3 = mapply(x2, x1)
    O = fill(I, TWO, x3)
    return O

# gravity
def solve_001e0000(I):
    x1 = ofcolor(I, ONE)
    x2 = ofcolor(I, TWO)
    x3 = gravitate(x1, x2)
    x4 = recolor(ONE, x1)
    O = move(I, x4, x3)
    return O

# colours swapped
def solve_001f0000(I):
    O = switch(I, ONE, TWO)
    return O

def solve_001f0001(I):
    x1 = ofcolor(I, ONE)
    x2 = ofcolor(I, TWO)
    x3 = fill(I, TWO, x1)
    O = fill(x3, ONE, x2)
    return O

# colour replaced
def solve_00200000(I):
    O = replace(I, TWO, ZERO)
    return O

def solve_00200001(I):
    x1 = ofcolor(I, TWO)
    O = fill(I, ZERO, x1)
    return O

# most frequent
def solve_00210000(I):
    x1 = mostcolor(I)
    O = canvas(x1, UNITY)
    return O

# counted
def solve_00220000(I):
    x1 = objects(I, T, F, T)
    x2 = size(x1)
    x3 = astuple(ONE, x2)
    O = canvas(SIX, x3)
    return O

# both halves
def solve_00230000(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = ofcolor(x1, ONE)
    x4 = ofcolor(x2, TWO)
    x5 = intersection(x3, x4)
    x6 = shape(x1)
    x7 = canvas(ZERO, x6)
    O = fill(x7, SIX, x5)
    return O

# one half
def solve_00240000(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = ofcolor(x1, ONE)
    x4 = ofcolor(x2, TWO)
    x5 = combine(x3, x4)
    x6 = intersection(x3, x4)
    x7 = difference(x5, x6)
    x8 = shape(x1)
    x9 = canvas(ZERO, x8)
    O = fill(x9, FOUR, x7)
    return O

# agreement
def solve_00250000(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    O = cellwise(x1, x2, ZERO)
    return O

# without lines
def solve_00260000(I):
    O = compress(I)
    return O

# rows sorted
def solve_00270000(I):
    O = order(I, maximum)
    return O

# rows once
def solve_00280000(I):
    O = dedupe(I)
    return O

# without specks
def solve_00290000(I):
    x1 = objects(I, T, F, T)
    x2 = sizefilter(x1, ONE)
    x3 = merge(x2)
    O = cover(I, x3)
    return O

# turned if tall
def solve_002a0000(I):
    x1 = portrait(I)
    x2 = rot90(I)
    x3 = vmirror(I)
    O = branch(x1, x2, x3)
    return O

def solve_002a0001(I):
    x1 = portrait(I)
    x2 = branch(x1, rot90, vmirror)
    O = x2(I)
    return O

# by colour
def solve_002b0000(I):
    x1 = objects(I, T, F, T)
    x2 = matcher(color, EIGHT)
    x3 = extract(x1, x2)
    O = subgrid(x3, I)
    return O

def solve_002b0001(I):
    x1 = ofcolor(I, EIGHT)
    O = subgrid(x1, I)
    return O

# symmetric
def solve_002c0000(I):
    x1 = objects(I, T, F, T)
    x2 = rbind(subgrid, I)
    x3 = apply(x2, x1)
    x4 = fork(equality, identity, vmirror)
    O = extract(x3, x4)
    return O
