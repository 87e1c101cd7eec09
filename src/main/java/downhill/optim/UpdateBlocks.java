package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.UpdatePart;
import downhill.expr.FormulaException;
import downhill.expr.Span;
import downhill.words.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an update: {@code for matrices:}, {@code otherwise:}, {@code repeat k:}, each up to its {@code end}. */
final class UpdateBlocks {
    /** More than any iteration of a paper needs; every turn is written out for the engine. */
    static final int MOST_REPEATS = 20;
    private static final Pattern REPEAT = Pattern.compile("repeat\\s+(\\d{1,9})\\s*:");
    private static final Pattern MATRICES = Pattern.compile("for\\s+matrices\\s*:");
    private static final Pattern OTHERWISE = Pattern.compile("otherwise\\s*:");

    private final Map<Integer, UpdatePart> blocks = new HashMap<>();
    private final Deque<Span> open = new ArrayDeque<>();
    private UpdatePart now = UpdatePart.NONE;

    /** Whether the line opens or ends a part; if not, it belongs to the part that is open. */
    boolean take(String line, int number) {
        String words = line.strip();
        Span span = RuleParser.span(line, number);
        Matcher repeat = REPEAT.matcher(words);
        if (repeat.matches()) {
            repeat(Integer.parseInt(repeat.group(1)), span);
        } else if (MATRICES.matcher(words).matches()) {
            require(now.equals(UpdatePart.NONE), span, "rule.block.nested");
            now = new UpdatePart(UpdatePart.Place.MATRICES, 1, 0);
            open.push(span);
        } else if (OTHERWISE.matcher(words).matches()) {
            require(now.equals(new UpdatePart(UpdatePart.Place.MATRICES, 1, 0)), span, "rule.block.otherwise");
            now = new UpdatePart(UpdatePart.Place.OTHERWISE, 1, 0);
        } else if (words.equals("end")) {
            end(span);
        } else {
            blocks.put(number, now);
            return false;
        }
        return true;
    }

    private void repeat(int times, Span span) {
        require(now.group() == 0, span, "rule.block.nested");
        if (times < 1 || times > MOST_REPEATS) {
            throw new FormulaException(span, Said.of("rule.block.repeats", times, MOST_REPEATS));
        }
        now = new UpdatePart(now.place(), times, span.line());
        open.push(span);
    }

    private void end(Span span) {
        require(!open.isEmpty(), span, "rule.block.end");
        open.pop();
        now = now.group() != 0 ? new UpdatePart(now.place(), 1, 0) : UpdatePart.NONE;
    }

    private static void require(boolean right, Span span, String key) {
        if (!right) {
            throw new FormulaException(span, Said.of(key));
        }
    }

    /** The lines of the whole update, each in its part. */
    List<Assignment> placed(List<Assignment> lines) {
        if (!open.isEmpty()) {
            throw new FormulaException(open.peek(), Said.of("rule.block.open"));
        }
        return lines.stream().map(line -> line.in(blocks.getOrDefault(line.span().line(), UpdatePart.NONE))).toList();
    }

    /** The lines as they are done: what is repeated stands there as often. */
    static List<Assignment> unrolled(List<Assignment> lines) {
        List<Assignment> done = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = groupEnd(lines, from);
            for (int turn = 0; turn < lines.get(from).block().repeats(); turn++) {
                done.addAll(lines.subList(from, to));
            }
            from = to;
        }
        return List.copyOf(done);
    }

    private static int groupEnd(List<Assignment> lines, int from) {
        int group = lines.get(from).block().group();
        int to = from + 1;
        while (group != 0 && to < lines.size() && lines.get(to).block().group() == group) {
            to++;
        }
        return to;
    }
}
