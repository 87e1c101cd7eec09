package downhill.engine.opencl;

import downhill.engine.Precision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts sections together to a {@link StepProgram}: what is loaded, gathered, computed, told and stored. Between two loops of work-items
 * there is always a wait, also where none is needed: PoCL 3.1 loses what the first of two stores when it makes one loop of them.
 */
public final class StepWriter {
    private static final Pattern NAME = Pattern.compile("\\bm\\d+(?=\\[)");
    /** By their places in {@link StepRoles#inputs()}. */
    private static final List<String> TABLES = List.of("xs", "ys", "ws");
    private static final String NEAR = "#define SYNC barrier(CLK_LOCAL_MEM_FENCE);\n";
    private static final String FAR = "#undef SYNC\n#define SYNC barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);\n";
    private static final String TRAIN = """
            __kernel __attribute__((reqd_work_group_size(LS, 1, 1)))
            void train(__global real *state, __global const real *given, __global const real *constants,
                __global const real *xs, __global const real *ys, __global const real *ws, __global const int *rows,
                __global const real *masks, __global const real *noise, __global const real *slots, __global const int *watched,
                __global real *losses, __global real *traces, __global real *scratch,
                int steps, int first, int runs, int sets, int seeds, int traced) {
              const int lid = get_local_id(0);
              const size_t run = first + get_group_id(0);
              const size_t set = sets > 1 ? run : 0, seed = seeds > 1 ? run : 0;
            """;
    private static final String START = """
            __kernel __attribute__((reqd_work_group_size(LS, 1, 1)))
            void start(__global real *state, __global const real *constants, __global const real *slots, __global const int *wanted,
                __global real *scratch, int first) {
              const int lid = get_local_id(0);
              const size_t run = first + get_group_id(0);
              if (wanted[run] == 0) return;
            """;

    private final TextMachine machine;
    private final StepRoles roles;
    private final int budget;
    private final List<Double> constants = new ArrayList<>();
    private final StringBuilder shared = new StringBuilder();

    /** @param localBytes of local memory that a group may take */
    public StepWriter(TextMachine machine, StepRoles roles, int localBytes) {
        this.machine = machine;
        this.roles = roles;
        this.budget = localBytes / (machine.precision() == Precision.DOUBLE ? 8 : 4);
    }

    /**
     * The program.
     *
     * @param gradient   of the loss
     * @param update     of the rule
     * @param unasked    what is done instead where no question is answered by yes; null where there are none
     * @param questions  places among the slots
     * @param start      of the rule's states
     * @param startSlots what the host computes for them
     */
    public StepProgram program(TextSection gradient, TextSection update, TextSection unasked, int[] questions, TextSection start,
            NamedMemory startSlots) {
        List<TextSection> sections = new ArrayList<>(List.of(gradient, update));
        if (unasked != null) {
            sections.add(unasked);
        }
        String body = sections.stream().map(TextSection::text).collect(Collectors.joining());
        pointToConstants(body + start.text());
        GroupLayout layout = layout(sections, names(body));
        GroupLayout first = new GroupLayout(budget);
        first.scratch(machine.scratch());
        first.section(start.temporaries());
        first.arrange(Set.of());
        int scratch = Math.max(layout.globalNumbers(), first.globalNumbers());
        String text = head() + train(layout, gradient, update, unasked, questions, scratch) + start(first, start, startSlots, scratch);
        int bytes = Math.max(layout.localNumbers(), first.localNumbers()) * (machine.precision() == Precision.DOUBLE ? 8 : 4);
        return new StepProgram(text, machine.precision(), machine.lanes(), roles.keptNumbers(), roles.givenNumbers(),
                constants.stream().mapToDouble(Double::doubleValue).toArray(), scratch, bytes);
    }

    private static Set<String> names(String text) {
        Set<String> names = new HashSet<>();
        for (Matcher matcher = NAME.matcher(text); matcher.find(); ) {
            names.add(matcher.group());
        }
        return names;
    }

    private void pointToConstants(String text) {
        Set<String> names = names(text);
        for (NamedMemory memory : machine.memories()) {
            if (memory.contents() != null && names.contains(memory.name())) {
                shared.append(pointer("const ", memory, "constants + " + constants.size()));
                for (double value : memory.contents()) {
                    constants.add(value);
                }
            }
        }
    }

    private GroupLayout layout(List<TextSection> sections, Set<String> used) {
        GroupLayout layout = new GroupLayout(budget);
        layout.scratch(machine.scratch());
        roles.kept().forEach(layout::put);
        roles.inputs().forEach(layout::put);
        layout.put(roles.loss());
        layout.put(roles.gradients());
        sections.forEach(section -> layout.section(section.temporaries().stream().filter(each -> used.contains(each.name())).toList()));
        return layout.arrange(roles.kept().stream().map(NamedMemory::name).collect(Collectors.toSet()));
    }

    private String head() {
        boolean wide = machine.precision() == Precision.DOUBLE;
        return (wide ? "#pragma OPENCL EXTENSION cl_khr_fp64 : enable\ntypedef double real;\n" : "typedef float real;\n")
                + "#pragma OPENCL FP_CONTRACT OFF\n#define LS " + machine.lanes() + "\n" + Formulas.FUNCTIONS;
    }

    /** Whether nothing that one work-item writes and another reads lies in global memory. */
    private boolean near(GroupLayout layout) {
        return layout.globalNumbers() == 0 && roles.kept().stream().allMatch(each -> each.length() == 0 || layout.isLocal(each));
    }

    private static String own(int numbers) {
        return numbers == 0 ? "" : "  __global real *const own = scratch + get_group_id(0) * " + numbers + ";\n";
    }

    private static String pointer(String constant, NamedMemory memory, String place) {
        return "  __global " + constant + "real *const " + memory.name() + " = " + place + ";\n";
    }

    private String train(GroupLayout layout, TextSection gradient, TextSection update, TextSection unasked, int[] questions, int scratch) {
        StringBuilder out = new StringBuilder(near(layout) ? NEAR : FAR).append(TRAIN).append(own(scratch)).append(layout.text())
                .append(shared);
        int at = 0;
        for (NamedMemory memory : roles.given()) {
            out.append(pointer("const ", memory, "given + run * " + roles.givenNumbers() + " + " + at));
            at += memory.length();
        }
        out.append(load(layout));
        if (roles.still()) {
            out.append(gather("0"));
        }
        out.append("  for (int step = 0; step < steps; step++) {\n").append(streams());
        out.append("  for (int e = lid; e < traced; e += LS) traces[((size_t)step * runs + run) * traced + e] = ")
                .append(roles.kept().get(0).name()).append("[watched[e]];\n  SYNC\n");
        if (!roles.still()) {
            out.append(gather("step"));
        }
        out.append(gradient.text());
        out.append("  if (lid == 0) losses[(size_t)step * runs + run] = ").append(roles.loss().name()).append("[0];\n  SYNC\n");
        out.append(update(update, unasked, questions)).append("  }\n").append(store(layout));
        return out.append("}\n").append(layout.end()).toString();
    }

    private String update(TextSection update, TextSection unasked, int[] questions) {
        if (unasked == null) {
            return update.text();
        }
        StringBuilder condition = new StringBuilder();
        for (int question : questions) {
            condition.append(condition.isEmpty() ? "" : " || ").append(roles.slots().name()).append('[').append(question).append("] != 0");
        }
        return "  if (" + condition + ") {\n" + update.text() + "  } else {\n" + unasked.text() + "  }\n";
    }

    private String load(GroupLayout layout) {
        return kept(layout, true);
    }

    private String store(GroupLayout layout) {
        return kept(layout, false);
    }

    /** Copies what lies in local memory from or to the state; what does not is a pointer into it. */
    private String kept(GroupLayout layout, boolean load) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (NamedMemory memory : roles.kept()) {
            String place = "state + run * " + roles.keptNumbers() + " + " + at;
            String element = "state[run * " + roles.keptNumbers() + " + " + at + " + e]";
            String own = memory.name() + "[e]";
            if (layout.isLocal(memory)) {
                String copy = load ? own + " = " + element : element + " = " + own;
                out.append("  for (int e = lid; e < ").append(memory.length()).append("; e += LS) ").append(copy).append(";\n  SYNC\n");
            } else if (load && memory.length() > 0) {
                out.append(pointer("", memory, place));
            }
            at += memory.length();
        }
        return out.toString();
    }

    private String streams() {
        StringBuilder out = new StringBuilder();
        int slots = roles.slots().length();
        out.append(pointer("const ", roles.slots(), "slots + ((size_t)step * runs + run) * " + slots));
        int at = 0;
        for (NamedMemory mask : roles.masks()) {
            out.append(pointer("const ", mask, "masks + ((size_t)step * sets + set) * " + roles.maskNumbers() + " + " + at));
            at += mask.length();
        }
        if (roles.noise() != null) {
            out.append(pointer("const ", roles.noise(), "noise + ((size_t)step * seeds + seed) * " + roles.noise().length()));
        }
        return out.toString();
    }

    private String gather(String step) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < roles.inputs().size(); i++) {
            NamedMemory input = roles.inputs().get(i);
            int width = input.length() / roles.batch();
            String row = "(size_t)rows[((size_t)" + step + " * sets + set) * " + roles.batch() + " + e / " + width + "]";
            out.append("  for (int e = lid; e < ").append(input.length()).append("; e += LS) ").append(input.name()).append("[e] = ")
                    .append(TABLES.get(i)).append('[').append(row).append(" * ").append(width).append(" + e % ").append(width)
                    .append("];\n  SYNC\n");
        }
        return out.toString();
    }

    private String start(GroupLayout layout, TextSection start, NamedMemory startSlots, int scratch) {
        StringBuilder out = new StringBuilder(FAR).append(START).append(own(scratch)).append(layout.text()).append(shared);
        out.append(pointer("const ", startSlots, "slots + run * " + startSlots.length()));
        int at = 0;
        for (NamedMemory memory : roles.kept()) {
            out.append(memory.length() == 0 ? "" : pointer("", memory, "state + run * " + roles.keptNumbers() + " + " + at));
            at += memory.length();
        }
        return out.append(start.text()).append("}\n").append(layout.end()).toString();
    }
}
