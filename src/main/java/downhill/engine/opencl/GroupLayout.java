package downhill.engine.opencl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the arrays of a work-group lie: the small ones in local memory as long as there is room, the others in a stretch of global memory
 * of the group's own. What lives in different sections lies one over the other.
 */
final class GroupLayout {
    private static final String SCRATCH = "T";

    /** @param names and lengths of arrays that lie one behind the other; {@code shared} where other units may lie over them */
    private record Unit(List<String> names, List<Integer> lengths, boolean shared) {
        int size() {
            return lengths.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final int budget;
    private final List<Unit> units = new ArrayList<>();
    private final Set<String> local = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder end = new StringBuilder();
    private int localNumbers;
    private int globalNumbers;

    /** @param budget numbers of local memory */
    GroupLayout(int budget) {
        this.budget = budget;
    }

    void scratch(int numbers) {
        add(List.of(SCRATCH), List.of(numbers), false);
    }

    void put(NamedMemory memory) {
        add(List.of(memory.name()), List.of(memory.length()), false);
    }

    void section(List<NamedMemory> temporaries) {
        add(temporaries.stream().map(NamedMemory::name).toList(), temporaries.stream().map(NamedMemory::length).toList(), true);
    }

    private void add(List<String> names, List<Integer> lengths, boolean shared) {
        Unit unit = new Unit(names, lengths, shared);
        if (unit.size() > 0) {
            units.add(unit);
        }
    }

    /** Decides; {@code onlyLocal} are not given global memory where they find no room: they lie somewhere already. */
    GroupLayout arrange(Set<String> onlyLocal) {
        int sharedLocal = 0;
        List<Unit> far = new ArrayList<>();
        List<Unit> over = new ArrayList<>();
        units.sort(Comparator.comparingInt(Unit::size));
        for (Unit unit : units) {
            int more = unit.shared ? Math.max(0, unit.size() - sharedLocal) : unit.size();
            if (localNumbers + more > budget) {
                far.add(unit);
                continue;
            }
            localNumbers += more;
            local.addAll(unit.names);
            if (unit.shared) {
                sharedLocal += more;
                over.add(unit);
            } else {
                text.append("  __local real ").append(unit.names.get(0)).append('[').append(unit.size()).append("];\n");
            }
        }
        if (sharedLocal > 0) {
            text.append("  __local real A[").append(sharedLocal).append("];\n");
            over.forEach(unit -> point("__local", "A", unit, 0));
        }
        global(far, onlyLocal);
        return this;
    }

    private void global(List<Unit> far, Set<String> onlyLocal) {
        int shared = 0;
        for (Unit unit : far) {
            if (unit.shared) {
                point("__global", "own", unit, 0);
                shared = Math.max(shared, unit.size());
            }
        }
        globalNumbers = shared;
        for (Unit unit : far) {
            if (!unit.shared && !onlyLocal.contains(unit.names.get(0))) {
                point("__global", "own", unit, globalNumbers);
                globalNumbers += unit.size();
            }
        }
    }

    private void point(String space, String base, Unit unit, int from) {
        int at = from;
        for (int i = 0; i < unit.names.size(); i++) {
            text.append("#define ").append(unit.names.get(i)).append(" (").append(base).append(" + ").append(at).append(")\n");
            end.append("#undef ").append(unit.names.get(i)).append('\n');
            at += unit.lengths.get(i);
        }
    }

    boolean isLocal(NamedMemory memory) {
        return local.contains(memory.name());
    }

    /** Declarations, of pointers into {@code own} among them. */
    String text() {
        return text.toString();
    }

    /** What stands behind a kernel, so that the next may have its arrays elsewhere. */
    String end() {
        return end.toString();
    }

    int localNumbers() {
        return localNumbers;
    }

    int globalNumbers() {
        return globalNumbers;
    }
}
