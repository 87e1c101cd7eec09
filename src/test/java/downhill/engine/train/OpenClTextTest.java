package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.opencl.StepProgram;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written for a device, without one. */
class OpenClTextTest {
    private static final Pattern USED = Pattern.compile("\\b(m\\d+|T|A|own)\\b(?=\\[| \\+)");

    private static StepProgram program(Rule rule, int runs, Precision precision, int localBytes) {
        List<RunSpec> specs = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            specs.add(RunSpec.plain(rule, rule.defaults(), run));
        }
        return new DevicePlan(OpenClWork.network(true, 0.2), specs, false, precision, 64, localBytes).program();
    }

    private static Stream<Rule> written() {
        return RuleLibrary.builtIn().all().stream()
                .filter(rule -> DevicePlan.lack(OpenClWork.network(true, 0.2), RunSpec.plain(rule, rule.defaults(), 1)).isEmpty());
    }

    /** Every array of both kernels is declared before it is used, however much local memory there is. */
    @Test
    void everyRuleIsWrittenWithAllThatItUses() {
        assertThat(written()).hasSizeGreaterThan(25);
        int[] local = {0, 1024, 48 * 1024};
        List<Rule> rules = written().toList();
        for (int i = 0; i < rules.size(); i++) {
            String text = program(rules.get(i), 2, Precision.FLOAT, local[i % 3]).text();
            for (String kernel : text.split("__kernel")) {
                declared(rules.get(i).id(), kernel.substring(kernel.indexOf('(') + 1));
            }
            List<String> renamed = text.lines().filter(line -> line.startsWith("#define m") || line.startsWith("#define T"))
                    .map(line -> line.split(" ")[1]).toList();
            assertThat(text.lines().filter(line -> line.startsWith("#undef")).map(line -> line.split(" ")[1]))
                    .as("%s: names of one kernel are not those of the other", rules.get(i).id()).containsAll(renamed);
            waits(rules.get(i).id(), text);
            assertThat(text.chars().filter(c -> c == '{').count()).as(rules.get(i).id())
                    .isEqualTo(text.chars().filter(c -> c == '}').count());
        }
    }

    private static void declared(String where, String kernel) {
        for (Matcher use = USED.matcher(kernel); use.find(); ) {
            String name = use.group(1);
            int declared = Stream.of("real " + name + "[", "*const " + name + " =", "#define " + name + " ").mapToInt(kernel::indexOf)
                    .filter(at -> at >= 0).min().orElse(Integer.MAX_VALUE);
            assertThat(declared).as("%s: %s", where, name).isLessThan(use.start());
        }
    }

    /** One compiler loses what the first of two loops of work-items stores, where nothing waits between them. */
    private static void waits(String where, String text) {
        boolean looped = false;
        for (String line : text.split("\n")) {
            boolean loop = line.contains("= lid;");
            assertThat(looped && loop).as("%s: %s", where, line).isFalse();
            looped = loop || looped && !line.contains("SYNC") && !line.contains("__kernel");
        }
    }

    @Test
    void aProgramDependsNeitherOnTheRunsNorOnHowOftenItIsWritten() {
        Stream.of("adam", "muon", "mars-exact", "sgld").map(id -> RuleLibrary.builtIn().byId(id).orElseThrow())
                .forEach(rule -> assertThat(program(rule, 1, Precision.DOUBLE, 8192).text()).as(rule.id())
                .isEqualTo(program(rule, 5, Precision.DOUBLE, 8192).text()));
    }

    @Test
    void whatFindsNoRoomLiesInGlobalMemory() {
        Rule adam = RuleLibrary.builtIn().byId("adam").orElseThrow();
        StepProgram near = program(adam, 1, Precision.FLOAT, 48 * 1024);
        StepProgram far = program(adam, 1, Precision.FLOAT, 0);
        assertThat(near.scratch()).isZero();
        assertThat(near.local()).isBetween(1, 48 * 1024);
        assertThat(near.text()).contains("#define SYNC barrier(CLK_LOCAL_MEM_FENCE);");
        assertThat(far.local()).isZero();
        assertThat(far.scratch()).isGreaterThanOrEqualTo(near.local() / 4 - 3 * 21);
        assertThat(far.text()).doesNotContain("__local", "#define SYNC barrier(CLK_LOCAL_MEM_FENCE);");
        assertThat(far.kept()).isEqualTo(near.kept()).isEqualTo(3 * 21);
    }

    @Test
    void whatNeedsTheHostIsSaid() {
        List<Rule> all = new ArrayList<>(RuleLibrary.builtIn().all());
        all.addAll(RuleLibrary.methods());
        List<String> kept = all.stream()
                .filter(rule -> DevicePlan.lack(OpenClWork.network(true, 0), RunSpec.plain(rule, rule.defaults(), 1)).isPresent())
                .map(Rule::id).toList();
        assertThat(kept).contains("adagrad-full", "shampoo", "soap", "lbfgs")
                .doesNotContain("muon", "lamb", "sophia-h", "adafactor", "adam", "sgd", "rprop", "polyak", "sam",
                        "sgld", "schedule-free-adamw");
        Rule shampoo = RuleLibrary.builtIn().byId("shampoo").orElseThrow();
        assertThat(DevicePlan.lack(OpenClWork.network(true, 0), RunSpec.plain(shampoo, shampoo.defaults(), 1)).orElseThrow().toString())
                .isEqualTo("Shampoo factors matrices, which the host does");
    }
}
