# Programs written or found by search for training tasks of ARC-AGI-1, each under the id of its task.

def solve_00d62c1b(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, FOUR, x5)
    return O

def solve_0520fde7(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = cellwise(x1, x2, ZERO)
    O = replace(x3, ONE, TWO)
    return O

def solve_08ed6ac7(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = remove(x2, x1)
    x4 = argmax(x3, size)
    x5 = remove(x4, x3)
    x6 = argmax(x5, size)
    x7 = remove(x6, x5)
    x8 = first(x7)
    x9 = fill(I, ONE, x2)
    x10 = fill(x9, TWO, x4)
    x11 = fill(x10, THREE, x6)
    O = fill(x11, FOUR, x8)
    return O

def solve_0ca9ddb6(I):
    x1 = ofcolor(I, ONE)
    x2 = ofcolor(I, TWO)
    x3 = mapply(dneighbors, x1)
    x4 = mapply(ineighbors, x2)
    x5 = fill(I, SEVEN, x3)
    O = fill(x5, FOUR, x4)
    return O

def solve_1b2d62fb(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = ofcolor(x1, ZERO)
    x4 = ofcolor(x2, ZERO)
    x5 = intersection(x3, x4)
    x6 = shape(x1)
    x7 = canvas(ZERO, x6)
    O = fill(x7, EIGHT, x5)
    return O

def solve_1caeab9d(I):
    x1 = objects(I, T, T, T)
    x2 = ofcolor(I, ONE)
    x3 = lowermost(x2)
    x4 = lbind(subtract, x3)
    x5 = chain(toivec, x4, lowermost)
    x6 = fork(shift, identity, x5)
    x7 = merge(x1)
    x8 = cover(I, x7)
    x9 = mapply(x6, x1)
    O = paint(x8, x9)
    return O

def solve_1cf80156(I):
    O = compress(I)
    return O

def solve_1e0a9b12(I):
    x1 = dmirror(I)
    x2 = rbind(order, identity)
    x3 = apply(x2, x1)
    O = dmirror(x3)
    return O

def solve_1f85a75f(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    O = subgrid(x2, I)
    return O

def solve_1f876c06(I):
    x1 = fgpartition(I)
    x2 = rbind(argmin, first)
    x3 = rbind(argmax, first)
    x4 = compose(x2, toindices)
    x5 = compose(x3, toindices)
    x6 = fork(connect, x4, x5)
    x7 = fork(recolor, color, x6)
    x8 = mapply(x7, x1)
    O = paint(I, x8)
    return O

def solve_22168020(I):
    x1 = palette(I)
    x2 = remove(ZERO, x1)
    x3 = lbind(ofcolor, I)
    x4 = lbind(prapply, connect)
    x5 = fork(x4, x3, x3)
    x6 = compose(merge, x5)
    x7 = fork(recolor, identity, x6)
    x8 = mapply(x7, x2)
    O = paint(I, x8)
    return O

def solve_2281f1f4(I):
    x1 = ofcolor(I, FIVE)
    x2 = product(x1, x1)
    x3 = power(first, TWO)
    x4 = power(last, TWO)
    x5 = fork(astuple, x3, x4)
    x6 = apply(x5, x2)
    x7 = urcorner(x1)
    x8 = remove(x7, x6)
    O = underfill(I, TWO, x8)
    return O

def solve_23b5c85d(I):
    x1 = objects(I, T, F, T)
    x2 = argmin(x1, size)
    O = subgrid(x2, I)
    return O

def solve_25d8a9c8(I):
    x1 = objects(I, T, F, F)
    x2 = sizefilter(x1, THREE)
    x3 = sfilter(x2, hline)
    x4 = shape(I)
    x5 = canvas(ZERO, x4)
    x6 = merge(x3)
    O = fill(x5, FIVE, x6)
    return O

def solve_25ff71a9(I):
    x1 = objects(I, T, F, T)
    x2 = argmin(x1, size)
    x3 = cover(I, x2)
    O = move(x3, x2, DOWN)
    return O

def solve_28bf18c6(I):
    x1 = compress(I)
    O = hconcat(x1, x1)
    return O

def solve_2dee498d(I):
    x1 = hsplit(I, THREE)
    O = first(x1)
    return O

def solve_3428a4f5(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = ofcolor(x1, TWO)
    x4 = ofcolor(x2, TWO)
    x5 = difference(x3, x4)
    x6 = difference(x4, x3)
    x7 = combine(x5, x6)
    x8 = shape(x1)
    x9 = canvas(ZERO, x8)
    O = fill(x9, THREE, x7)
    return O

def solve_3631a71a(I):
    x1 = shape(I)
    x2 = replace(I, NINE, ZERO)
    x3 = dmirror(x2)
    x4 = papply(pair, x2, x3)
    x5 = lbind(apply, maximum)
    x6 = apply(x5, x4)
    x7 = subtract(x1, TWO_BY_TWO)
    x8 = crop(x6, TWO_BY_TWO, x7)
    x9 = vmirror(x8)
    x10 = objects(x9, T, F, F)
    x11 = merge(x10)
    x12 = shift(x11, TWO_BY_TWO)
    x13 = paint(x6, x12)
    x14 = crop(x13, TWO_BY_TWO, x7)
    x15 = hmirror(x14)
    x16 = objects(x15, T, F, T)
    x17 = merge(x16)
    x18 = shift(x17, TWO_BY_TWO)
    O = paint(x13, x18)
    return O

def solve_3906de3d(I):
    x1 = rot270(I)
    x2 = rbind(order, identity)
    x3 = switch(x1, ONE, TWO)
    x4 = apply(x2, x3)
    x5 = switch(x4, ONE, TWO)
    O = cmirror(x5)
    return O

def solve_39a8645d(I):
    x1 = objects(I, T, T, T)
    x2 = totuple(x1)
    x3 = apply(color, x2)
    x4 = mostcommon(x3)
    x5 = colorfilter(x1, x4)
    x6 = first(x5)
    O = subgrid(x6, I)
    return O

def solve_3aa6fb7a(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(delta, x1)
    x3 = fill(I, FOUR, x2)
    O = replace(x3, FOUR, ONE)
    return O

def solve_3af2c5a8(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    O = vconcat(x2, x3)
    return O

def solve_3c9b0459(I):
    O = rot180(I)
    return O

def solve_40853293(I):
    x1 = fgpartition(I)
    x2 = fork(connect, ulcorner, lrcorner)
    x3 = fork(recolor, color, x2)
    x4 = apply(x3, x1)
    x5 = compose(flip, vline)
    x6 = sfilter(x4, x5)
    x7 = sfilter(x4, vline)
    x8 = merge(x6)
    x9 = merge(x7)
    x10 = paint(I, x8)
    O = paint(x10, x9)
    return O

def solve_4258a5f9(I):
    x1 = objects(I, T, T, T)
    x2 = mapply(outbox, x1)
    x3 = fill(I, SEVEN, x2)
    O = fill(x3, ONE, x2)
    return O

def solve_4347f46a(I):
    x1 = objects(I, T, F, T)
    x2 = compose(backdrop, inbox)
    x3 = mapply(x2, x1)
    O = fill(I, ZERO, x3)
    return O

def solve_445eab21(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = color(x2)
    O = canvas(x3, TWO_BY_TWO)
    return O

def solve_44f52bb0(I):
    x1 = vmirror(I)
    x2 = equality(I, x1)
    x3 = branch(x2, ONE, SEVEN)
    O = canvas(x3, UNITY)
    return O

def solve_46442a0e(I):
    x1 = rot90(I)
    x2 = hconcat(I, x1)
    x3 = rot270(I)
    x4 = rot180(I)
    x5 = hconcat(x3, x4)
    O = vconcat(x2, x5)
    return O

def solve_496994bd(I):
    x1 = hmirror(I)
    x2 = objects(x1, T, F, T)
    x3 = merge(x2)
    O = paint(I, x3)
    return O

def solve_4c4377d9(I):
    x1 = hmirror(I)
    O = vconcat(x1, I)
    return O

def solve_4c5c2cf0(I):
    x1 = fgpartition(I)
    x2 = fork(equality, identity, vmirror)
    x3 = extract(x1, x2)
    x4 = center(x3)
    x5 = remove(x3, x1)
    x6 = first(x5)
    x7 = hmirror(x6)
    x8 = vmirror(x6)
    x9 = vmirror(x7)
    x10 = ulcorner(x6)
    x11 = lrcorner(x6)
    x12 = double(x4)
    x13 = add(x10, x11)
    x14 = subtract(x12, x13)
    x15 = first(x14)
    x16 = last(x14)
    x17 = toivec(x15)
    x18 = tojvec(x16)
    x19 = shift(x7, x17)
    x20 = shift(x8, x18)
    x21 = shift(x9, x14)
    x22 = paint(I, x19)
    x23 = paint(x22, x20)
    O = paint(x23, x21)
    return O

def solve_50cb2852(I):
    x1 = objects(I, T, F, T)
    x2 = compose(backdrop, inbox)
    x3 = mapply(x2, x1)
    O = fill(I, EIGHT, x3)
    return O

def solve_54d82841(I):
    x1 = objects(I, T, F, T)
    x2 = apply(center, x1)
    x3 = height(I)
    x4 = decrement(x3)
    x5 = lbind(astuple, x4)
    x6 = compose(x5, last)
    x7 = apply(x6, x2)
    O = fill(I, FOUR, x7)
    return O

def solve_5521c0d9(I):
    x1 = objects(I, T, F, T)
    x2 = merge(x1)
    x3 = cover(I, x2)
    x4 = chain(toivec, invert, height)
    x5 = fork(shift, identity, x4)
    x6 = mapply(x5, x1)
    O = paint(x3, x6)
    return O

def solve_5582e5ca(I):
    x1 = mostcolor(I)
    O = canvas(x1, THREE_BY_THREE)
    return O

def solve_5bd6f4ac(I):
    x1 = tojvec(SIX)
    O = crop(I, x1, THREE_BY_THREE)
    return O

def solve_6150a2bd(I):
    O = rot180(I)
    return O

def solve_62c24649(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    O = vconcat(x2, x3)
    return O

def solve_6430c8c4(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = ofcolor(x1, ZERO)
    x4 = ofcolor(x2, ZERO)
    x5 = intersection(x3, x4)
    x6 = shape(x1)
    x7 = canvas(ZERO, x6)
    O = fill(x7, THREE, x5)
    return O

def solve_6455b5f5(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = argmax(x2, size)
    x4 = argmin(x2, size)
    x5 = size(x4)
    x6 = sizefilter(x2, x5)
    x7 = merge(x6)
    x8 = fill(I, ONE, x3)
    O = fill(x8, EIGHT, x7)
    return O

def solve_662c240a(I):
    x1 = vsplit(I, THREE)
    x2 = fork(equality, dmirror, identity)
    x3 = compose(flip, x2)
    O = extract(x1, x3)
    return O

def solve_6773b310(I):
    x1 = compress(I)
    x2 = tojvec(THREE)
    x3 = tojvec(SIX)
    x4 = toivec(THREE)
    x5 = astuple(THREE, SIX)
    x6 = toivec(SIX)
    x7 = astuple(SIX, THREE)
    x8 = astuple(SIX, SIX)
    x9 = crop(x1, ORIGIN, THREE_BY_THREE)
    x10 = colorcount(x9, SIX)
    x11 = greater(x10, ONE)
    x12 = branch(x11, ONE, ZERO)
    x13 = canvas(x12, UNITY)
    x14 = crop(x1, x2, THREE_BY_THREE)
    x15 = colorcount(x14, SIX)
    x16 = greater(x15, ONE)
    x17 = branch(x16, ONE, ZERO)
    x18 = canvas(x17, UNITY)
    x19 = crop(x1, x3, THREE_BY_THREE)
    x20 = colorcount(x19, SIX)
    x21 = greater(x20, ONE)
    x22 = branch(x21, ONE, ZERO)
    x23 = canvas(x22, UNITY)
    x24 = crop(x1, x4, THREE_BY_THREE)
    x25 = colorcount(x24, SIX)
    x26 = greater(x25, ONE)
    x27 = branch(x26, ONE, ZERO)
    x28 = canvas(x27, UNITY)
    x29 = crop(x1, THREE_BY_THREE, THREE_BY_THREE)
    x30 = colorcount(x29, SIX)
    x31 = greater(x30, ONE)
    x32 = branch(x31, ONE, ZERO)
    x33 = canvas(x32, UNITY)
    x34 = crop(x1, x5, THREE_BY_THREE)
    x35 = colorcount(x34, SIX)
    x36 = greater(x35, ONE)
    x37 = branch(x36, ONE, ZERO)
    x38 = canvas(x37, UNITY)
    x39 = crop(x1, x6, THREE_BY_THREE)
    x40 = colorcount(x39, SIX)
    x41 = greater(x40, ONE)
    x42 = branch(x41, ONE, ZERO)
    x43 = canvas(x42, UNITY)
    x44 = crop(x1, x7, THREE_BY_THREE)
    x45 = colorcount(x44, SIX)
    x46 = greater(x45, ONE)
    x47 = branch(x46, ONE, ZERO)
    x48 = canvas(x47, UNITY)
    x49 = crop(x1, x8, THREE_BY_THREE)
    x50 = colorcount(x49, SIX)
    x51 = greater(x50, ONE)
    x52 = branch(x51, ONE, ZERO)
    x53 = canvas(x52, UNITY)
    x54 = hconcat(x13, x18)
    x55 = hconcat(x54, x23)
    x56 = hconcat(x28, x33)
    x57 = hconcat(x56, x38)
    x58 = hconcat(x43, x48)
    x59 = hconcat(x58, x53)
    x60 = vconcat(x55, x57)
    O = vconcat(x60, x59)
    return O

def solve_67a3c6ac(I):
    O = vmirror(I)
    return O

def solve_67e8384a(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hmirror(x2)
    O = vconcat(x2, x3)
    return O

def solve_68b16354(I):
    O = hmirror(I)
    return O

def solve_6d0aefbc(I):
    x1 = vmirror(I)
    O = hconcat(I, x1)
    return O

def solve_6d75e8bb(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(delta, x1)
    x3 = fill(I, FOUR, x2)
    O = replace(x3, FOUR, TWO)
    return O

def solve_6e82a1ae(I):
    x1 = objects(I, T, F, T)
    x2 = sizefilter(x1, FOUR)
    x3 = sizefilter(x1, THREE)
    x4 = sizefilter(x1, TWO)
    x5 = merge(x2)
    x6 = merge(x3)
    x7 = merge(x4)
    x8 = fill(I, ONE, x5)
    x9 = fill(x8, TWO, x6)
    O = fill(x9, THREE, x7)
    return O

def solve_6f8cd79b(I):
    x1 = asindices(I)
    x2 = box(x1)
    O = fill(I, EIGHT, x2)
    return O

def solve_72ca375d(I):
    x1 = objects(I, T, T, T)
    x2 = rbind(subgrid, I)
    x3 = apply(x2, x1)
    x4 = fork(equality, identity, vmirror)
    O = extract(x3, x4)
    return O

def solve_7468f01a(I):
    x1 = compress(I)
    O = vmirror(x1)
    return O

def solve_74dd1130(I):
    O = dmirror(I)
    return O

def solve_7b7f7511(I):
    x1 = portrait(I)
    x2 = branch(x1, tophalf, lefthalf)
    O = x2(I)
    return O

def solve_7fe24cdd(I):
    x1 = rot90(I)
    x2 = rot180(I)
    x3 = rot270(I)
    x4 = hconcat(I, x1)
    x5 = hconcat(x3, x2)
    O = vconcat(x4, x5)
    return O

def solve_8be77c9e(I):
    x1 = hmirror(I)
    O = vconcat(I, x1)
    return O

def solve_8d5021e8(I):
    x1 = vmirror(I)
    x2 = hconcat(x1, I)
    x3 = hmirror(x2)
    x4 = vconcat(x3, x2)
    O = vconcat(x4, x3)
    return O

def solve_8d510a79(I):
    x1 = height(I)
    x2 = halve(x1)
    x3 = ofcolor(I, ONE)
    x4 = ofcolor(I, TWO)
    x5 = rbind(greater, x2)
    x6 = compose(x5, first)
    x7 = compose(flip, x6)
    x8 = sfilter(x3, x6)
    x9 = sfilter(x3, x7)
    x10 = sfilter(x4, x6)
    x11 = sfilter(x4, x7)
    x12 = rbind(shoot, DOWN)
    x13 = rbind(shoot, UP)
    x14 = mapply(x12, x8)
    x15 = mapply(x13, x9)
    x16 = combine(x14, x15)
    x17 = fill(I, ONE, x16)
    x18 = ofcolor(I, FIVE)
    x19 = uppermost(x18)
    x20 = lbind(astuple, x19)
    x21 = compose(x20, last)
    x22 = fork(connect, identity, x21)
    x23 = mapply(x22, x10)
    x24 = mapply(x22, x11)
    x25 = combine(x23, x24)
    x26 = underfill(x17, TWO, x25)
    O = fill(x26, FIVE, x18)
    return O

def solve_9172f3a0(I):
    O = upscale(I, THREE)
    return O

def solve_94f9d214(I):
    x1 = vsplit(I, TWO)
    x2 = first(x1)
    x3 = last(x1)
    x4 = ofcolor(x2, ZERO)
    x5 = ofcolor(x3, ZERO)
    x6 = intersection(x4, x5)
    x7 = shape(x2)
    x8 = canvas(ZERO, x7)
    O = fill(x8, TWO, x6)
    return O

def solve_9565186b(I):
    x1 = mostcolor(I)
    x2 = ofcolor(I, x1)
    x3 = asindices(I)
    x4 = difference(x3, x2)
    O = fill(I, FIVE, x4)
    return O

def solve_95990924(I):
    x1 = objects(I, T, F, T)
    x2 = apply(outbox, x1)
    x3 = apply(ulcorner, x2)
    x4 = apply(urcorner, x2)
    x5 = apply(llcorner, x2)
    x6 = apply(lrcorner, x2)
    x7 = fill(I, ONE, x3)
    x8 = fill(x7, TWO, x4)
    x9 = fill(x8, THREE, x5)
    O = fill(x9, FOUR, x6)
    return O

def solve_99b1bc43(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = ofcolor(x1, ZERO)
    x4 = ofcolor(x2, ZERO)
    x5 = difference(x3, x4)
    x6 = difference(x4, x3)
    x7 = combine(x5, x6)
    x8 = shape(x1)
    x9 = canvas(ZERO, x8)
    O = fill(x9, THREE, x7)
    return O

def solve_9dfd6313(I):
    O = dmirror(I)
    return O

def solve_a1570a43(I):
    x1 = ofcolor(I, TWO)
    x2 = ofcolor(I, THREE)
    x3 = recolor(TWO, x1)
    x4 = ulcorner(x2)
    x5 = ulcorner(x1)
    x6 = subtract(x4, x5)
    x7 = increment(x6)
    O = move(I, x3, x7)
    return O

def solve_a416b8f3(I):
    O = hconcat(I, I)
    return O

def solve_a5313dff(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = compose(flip, x3)
    x5 = mfilter(x2, x4)
    O = fill(I, ONE, x5)
    return O

def solve_a5f85a15(I):
    x1 = asindices(I)
    x2 = compose(halve, last)
    x3 = compose(double, x2)
    x4 = fork(equality, x3, last)
    x5 = compose(flip, x4)
    x6 = sfilter(x1, x5)
    x7 = ofcolor(I, ZERO)
    x8 = difference(x6, x7)
    O = fill(I, FOUR, x8)
    return O

def solve_a61f2674(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = argmin(x1, size)
    x4 = merge(x1)
    x5 = fill(I, ZERO, x4)
    x6 = fill(x5, ONE, x2)
    O = fill(x6, TWO, x3)
    return O

def solve_a65b410d(I):
    x1 = ofcolor(I, TWO)
    x2 = urcorner(x1)
    x3 = shoot(x2, UP_RIGHT)
    x4 = shoot(x2, DOWN_LEFT)
    x5 = rbind(shoot, LEFT)
    x6 = mapply(x5, x3)
    x7 = mapply(x5, x4)
    x8 = fill(I, THREE, x6)
    x9 = fill(x8, ONE, x7)
    O = fill(x9, TWO, x1)
    return O

def solve_a699fb00(I):
    x1 = ofcolor(I, ONE)
    x2 = shift(x1, RIGHT)
    x3 = shift(x1, LEFT)
    x4 = intersection(x2, x3)
    O = fill(I, TWO, x4)
    return O

def solve_a740d043(I):
    x1 = objects(I, F, T, T)
    x2 = merge(x1)
    x3 = subgrid(x2, I)
    O = replace(x3, ONE, ZERO)
    return O

def solve_a79310a0(I):
    x1 = ofcolor(I, EIGHT)
    x2 = shift(x1, DOWN)
    x3 = fill(I, ZERO, x1)
    O = fill(x3, TWO, x2)
    return O

def solve_a85d4709(I):
    x1 = ofcolor(I, FIVE)
    x2 = matcher(last, ZERO)
    x3 = matcher(last, ONE)
    x4 = matcher(last, TWO)
    x5 = sfilter(x1, x2)
    x6 = sfilter(x1, x3)
    x7 = sfilter(x1, x4)
    x8 = mapply(hfrontier, x5)
    x9 = mapply(hfrontier, x6)
    x10 = mapply(hfrontier, x7)
    x11 = fill(I, TWO, x8)
    x12 = fill(x11, FOUR, x9)
    O = fill(x12, THREE, x10)
    return O

def solve_a87f7484(I):
    x1 = portrait(I)
    x2 = numcolors(I)
    x3 = decrement(x2)
    x4 = branch(x1, vsplit, hsplit)
    x5 = x4(I, x3)
    x6 = rbind(ofcolor, ZERO)
    x7 = apply(x6, x5)
    x8 = leastcommon(x7)
    x9 = matcher(x6, x8)
    O = extract(x5, x9)
    return O

def solve_a9f96cdd(I):
    x1 = ofcolor(I, TWO)
    x2 = replace(I, TWO, ZERO)
    x3 = shift(x1, NEG_UNITY)
    x4 = shift(x1, UP_RIGHT)
    x5 = shift(x1, DOWN_LEFT)
    x6 = shift(x1, UNITY)
    x7 = fill(x2, THREE, x3)
    x8 = fill(x7, SIX, x4)
    x9 = fill(x8, EIGHT, x5)
    O = fill(x9, SEVEN, x6)
    return O

def solve_aabf363d(I):
    x1 = height(I)
    x2 = decrement(x1)
    x3 = toivec(x2)
    x4 = index(I, x3)
    x5 = initset(x3)
    x6 = fill(I, ZERO, x5)
    x7 = objects(x6, T, F, T)
    x8 = first(x7)
    O = fill(x6, x4, x8)
    return O

def solve_ae3edfdc(I):
    x1 = ofcolor(I, TWO)
    x2 = ofcolor(I, ONE)
    x3 = objects(I, T, F, T)
    x4 = colorfilter(x3, THREE)
    x5 = colorfilter(x3, SEVEN)
    x6 = rbind(gravitate, x1)
    x7 = rbind(gravitate, x2)
    x8 = fork(shift, identity, x6)
    x9 = fork(shift, identity, x7)
    x10 = mapply(x8, x4)
    x11 = mapply(x9, x5)
    x12 = merge(x4)
    x13 = merge(x5)
    x14 = cover(I, x12)
    x15 = cover(x14, x13)
    x16 = paint(x15, x10)
    O = paint(x16, x11)
    return O

def solve_b1948b0a(I):
    O = replace(I, SIX, TWO)
    return O

def solve_b60334d2(I):
    x1 = ofcolor(I, FIVE)
    x2 = replace(I, FIVE, ZERO)
    x3 = mapply(dneighbors, x1)
    x4 = mapply(ineighbors, x1)
    x5 = fill(x2, ONE, x3)
    O = fill(x5, FIVE, x4)
    return O

def solve_b6afb2da(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, FIVE)
    x3 = merge(x2)
    x4 = mapply(box, x2)
    x5 = mapply(corners, x2)
    x6 = fill(I, TWO, x3)
    x7 = fill(x6, FOUR, x4)
    O = fill(x7, ONE, x5)
    return O

def solve_b91ae062(I):
    x1 = numcolors(I)
    x2 = decrement(x1)
    O = upscale(I, x2)
    return O

def solve_bd4472b8(I):
    x1 = width(I)
    x2 = astuple(TWO, x1)
    x3 = crop(I, ORIGIN, x2)
    x4 = tophalf(x3)
    x5 = dmirror(x4)
    x6 = hupscale(x5, x1)
    x7 = vconcat(x3, x6)
    x8 = vconcat(x7, x6)
    x9 = height(I)
    x10 = astuple(x9, x1)
    O = crop(x8, ORIGIN, x10)
    return O

def solve_be94b721(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    O = subgrid(x2, I)
    return O

def solve_c0f76784(I):
    x1 = objects(I, T, F, T)
    x2 = apply(delta, x1)
    x3 = sizefilter(x2, ONE)
    x4 = sizefilter(x2, FOUR)
    x5 = sizefilter(x2, NINE)
    x6 = merge(x3)
    x7 = merge(x4)
    x8 = merge(x5)
    x9 = fill(I, SIX, x6)
    x10 = fill(x9, SEVEN, x7)
    O = fill(x10, EIGHT, x8)
    return O

def solve_c59eb873(I):
    O = upscale(I, TWO)
    return O

def solve_c8cbb738(I):
    x1 = mostcolor(I)
    x2 = fgpartition(I)
    x3 = valmax(x2, height)
    x4 = valmax(x2, width)
    x5 = astuple(x3, x4)
    x6 = canvas(x1, x5)
    x7 = lbind(subtract, x5)
    x8 = chain(halve, x7, shape)
    x9 = fork(shift, normalize, x8)
    x10 = mapply(x9, x2)
    O = paint(x6, x10)
    return O

def solve_c8f0f002(I):
    x1 = replace(I, TWO, ZERO)
    O = switch(x1, FIVE, SEVEN)
    return O

def solve_c909285e(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    O = subgrid(x2, I)
    return O

def solve_c9e6f938(I):
    x1 = vmirror(I)
    O = hconcat(I, x1)
    return O

def solve_ce22a75a(I):
    x1 = objects(I, T, F, T)
    x2 = apply(outbox, x1)
    x3 = mapply(backdrop, x2)
    O = fill(I, ONE, x3)
    return O

def solve_ce4f8723(I):
    x1 = bottomhalf(I)
    x2 = switch(x1, TWO, THREE)
    O = cellwise(x2, I, THREE)
    return O

def solve_d037b0a7(I):
    x1 = objects(I, T, F, T)
    x2 = rbind(shoot, DOWN)
    x3 = compose(x2, center)
    x4 = fork(recolor, color, x3)
    x5 = mapply(x4, x1)
    O = paint(I, x5)
    return O

def solve_d10ecb37(I):
    O = crop(I, ORIGIN, TWO_BY_TWO)
    return O

def solve_d13f3404(I):
    x1 = objects(I, T, F, T)
    x2 = rbind(shoot, UNITY)
    x3 = compose(x2, center)
    x4 = fork(recolor, color, x3)
    x5 = mapply(x4, x1)
    x6 = double(THREE)
    x7 = astuple(x6, x6)
    x8 = canvas(ZERO, x7)
    O = paint(x8, x5)
    return O

def solve_d23f8c26(I):
    x1 = width(I)
    x2 = halve(x1)
    x3 = tojvec(x2)
    x4 = vfrontier(x3)
    x5 = asindices(I)
    x6 = difference(x5, x4)
    O = fill(I, ZERO, x6)
    return O

def solve_d2abd087(I):
    x1 = objects(I, T, F, T)
    x2 = sizefilter(x1, SIX)
    x3 = merge(x2)
    x4 = merge(x1)
    x5 = fill(I, ONE, x4)
    O = fill(x5, TWO, x3)
    return O

def solve_d364b489(I):
    x1 = ofcolor(I, ONE)
    x2 = shift(x1, DOWN)
    x3 = shift(x1, UP)
    x4 = shift(x1, LEFT)
    x5 = shift(x1, RIGHT)
    x6 = fill(I, EIGHT, x2)
    x7 = fill(x6, TWO, x3)
    x8 = fill(x7, SEVEN, x4)
    O = fill(x8, SIX, x5)
    return O

def solve_d4a91cb9(I):
    x1 = ofcolor(I, EIGHT)
    x2 = ofcolor(I, TWO)
    x3 = first(x1)
    x4 = first(x2)
    x5 = last(x3)
    x6 = first(x4)
    x7 = astuple(x6, x5)
    x8 = connect(x3, x7)
    x9 = connect(x7, x4)
    x10 = combine(x8, x9)
    O = underfill(I, FOUR, x10)
    return O

def solve_d511f180(I):
    O = switch(I, FIVE, EIGHT)
    return O

def solve_d5d6de2d(I):
    x1 = shape(I)
    x2 = canvas(ZERO, x1)
    x3 = leastcolor(I)
    x4 = objects(I, T, F, T)
    x5 = mapply(delta, x4)
    x6 = fill(x2, x3, x5)
    O = replace(x6, TWO, THREE)
    return O

def solve_dae9d2b5(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = ofcolor(x1, FOUR)
    x4 = ofcolor(x2, THREE)
    x5 = combine(x3, x4)
    x6 = shape(x1)
    x7 = canvas(ZERO, x6)
    O = fill(x7, SIX, x5)
    return O

def solve_dc1df850(I):
    x1 = ofcolor(I, TWO)
    x2 = mapply(neighbors, x1)
    O = underfill(I, ONE, x2)
    return O

def solve_de1cd16c(I):
    x1 = bottomhalf(I)
    x2 = crop(x1, ZERO_BY_TWO, UNITY)
    x3 = replace(x2, THREE, TWO)
    x4 = switch(x3, SIX, ZERO)
    O = replace(x4, ONE, FOUR)
    return O

def solve_ded97339(I):
    x1 = ofcolor(I, EIGHT)
    x2 = product(x1, x1)
    x3 = fork(connect, first, last)
    x4 = apply(x3, x2)
    x5 = fork(either, vline, hline)
    x6 = mfilter(x4, x5)
    O = underfill(I, EIGHT, x6)
    return O

def solve_e26a3af2(I):
    x1 = apply(mostcommon, I)
    x2 = dmirror(I)
    x3 = apply(mostcommon, x2)
    x4 = repeat(x1, ONE)
    x5 = repeat(x3, ONE)
    x6 = dedupe(x1)
    x7 = dedupe(x3)
    x8 = size(x6)
    x9 = size(x7)
    x10 = greater(x8, x9)
    x11 = dmirror(x4)
    x12 = width(I)
    x13 = height(I)
    x14 = hupscale(x11, x12)
    x15 = vupscale(x5, x13)
    O = branch(x10, x14, x15)
    return O

def solve_e3497940(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = vmirror(x2)
    x4 = objects(x3, T, F, T)
    x5 = merge(x4)
    O = paint(x1, x5)
    return O

def solve_e98196ab(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = asobject(x2)
    x4 = matcher(first, ZERO)
    x5 = compose(flip, x4)
    x6 = sfilter(x3, x5)
    O = paint(x1, x6)
    return O

def solve_e9afcf9a(I):
    x1 = astuple(TWO, ONE)
    x2 = crop(I, ORIGIN, x1)
    x3 = hmirror(x2)
    x4 = hconcat(x2, x3)
    x5 = hconcat(x4, x4)
    O = hconcat(x5, x4)
    return O

def solve_ea32f347(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = argmin(x1, size)
    x4 = replace(I, FIVE, FOUR)
    x5 = fill(x4, ONE, x2)
    O = fill(x5, TWO, x3)
    return O

def solve_ed36ccf7(I):
    x1 = dmirror(I)
    O = hmirror(x1)
    return O

def solve_f25fbde4(I):
    x1 = upscale(I, TWO)
    O = compress(x1)
    return O

def solve_f25ffba3(I):
    x1 = hmirror(I)
    x2 = objects(x1, T, F, T)
    x3 = merge(x2)
    O = paint(I, x3)
    return O

def solve_f2829549(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = ofcolor(x1, ZERO)
    x4 = ofcolor(x2, ZERO)
    x5 = intersection(x3, x4)
    x6 = shape(x1)
    x7 = canvas(ZERO, x6)
    O = fill(x7, THREE, x5)
    return O

def solve_f76d97a5(I):
    x1 = palette(I)
    x2 = remove(FIVE, x1)
    x3 = first(x2)
    x4 = replace(I, x3, ZERO)
    O = replace(x4, FIVE, x3)
    return O

def solve_fafffa47(I):
    x1 = tophalf(I)
    x2 = bottomhalf(I)
    x3 = ofcolor(x1, ZERO)
    x4 = ofcolor(x2, ZERO)
    x5 = intersection(x3, x4)
    x6 = shape(x1)
    x7 = canvas(ZERO, x6)
    O = fill(x7, TWO, x5)
    return O
