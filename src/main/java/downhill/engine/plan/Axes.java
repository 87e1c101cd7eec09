package downhill.engine.plan;

import java.util.ArrayList;
import java.util.List;

/** Merges neighbouring axes of an index space wherever every operand walks them as one. Fewer axes mean longer inner runs. */
final class Axes {
    private Axes() {
    }

    /**
     * @param space   lengths of the axes
     * @param operand strides of each operand along these axes; replaced by the strides along the merged axes
     * @return lengths of the merged axes, at least one
     */
    static int[] merge(int[] space, List<int[]> operand) {
        List<Integer> lengths = new ArrayList<>();
        List<List<Integer>> strides = new ArrayList<>();
        operand.forEach(unused -> strides.add(new ArrayList<>()));
        for (int axis = 0; axis < space.length; axis++) {
            if (space[axis] == 1) {
                continue;
            }
            boolean joins = !lengths.isEmpty() && joins(axis, space[axis], operand, strides);
            for (int i = 0; i < operand.size(); i++) {
                if (joins) {
                    strides.get(i).remove(strides.get(i).size() - 1);
                }
                strides.get(i).add(operand.get(i)[axis]);
            }
            int length = joins ? lengths.remove(lengths.size() - 1) * space[axis] : space[axis];
            lengths.add(length);
        }
        if (lengths.isEmpty()) {
            lengths.add(1);
            strides.forEach(list -> list.add(0));
        }
        for (int i = 0; i < operand.size(); i++) {
            operand.set(i, toArray(strides.get(i)));
        }
        return toArray(lengths);
    }

    private static boolean joins(int axis, int length, List<int[]> operand, List<List<Integer>> strides) {
        for (int i = 0; i < operand.size(); i++) {
            List<Integer> before = strides.get(i);
            if (before.get(before.size() - 1) != operand.get(i)[axis] * length) {
                return false;
            }
        }
        return true;
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
