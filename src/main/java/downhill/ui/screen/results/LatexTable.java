package downhill.ui.screen.results;

import downhill.data.Visible;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A {@code tabular} with the rules of booktabs. What TeX would take for commands is escaped, and signs that its usual fonts lack are set by
 * commands; letters of other scripts stay as they are and need a font that has them.
 */
final class LatexTable {
    private static final Map<Integer, String> SIGNS = Map.ofEntries(sign('\\', "\\textbackslash{}"), sign('~', "\\textasciitilde{}"),
            sign('^', "\\textasciicircum{}"), sign('<', "\\textless{}"), sign('>', "\\textgreater{}"), sign('|', "\\textbar{}"),
                    sign('"', "\\char34{}"),
            sign('\'', "'{}"), sign('`', "\\char96{}"), sign('&', "\\&"), sign('%', "\\%"), sign('$', "\\$"), sign('#', "\\#"),
            sign('_', "\\_"), sign('{', "\\{"), sign('}', "\\}"), sign('-', "-{}"), sign('\u00a0', "~"), sign('\u2026', "\\ldots{}"),
            sign('\u2013', "\\textendash{}"), sign('\u2212', "$-$"), sign('\u00b7', "$\\cdot$"), sign('\u221e', "$\\infty$"),
                    sign('\u00b1', "$\\pm$"),
            sign('\u207b', "$^-$"), sign('\u00b2', "$^2$"), sign('\u00b3', "$^3$"), sign('\u00b9', "$^1$"));

    private LatexTable() {
    }

    static String of(ResultSheet sheet) {
        StringBuilder text = new StringBuilder("% \\usepackage{booktabs}\n\\begin{tabular}{");
        sheet.numeric().forEach(numeric -> text.append(numeric ? 'r' : 'l'));
        text.append("}\n\\toprule\n").append(line(sheet.header())).append("\\midrule\n");
        sheet.rows().forEach(row -> text.append(line(row)));
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    /** Braces go before a line that begins with a bracket or a star, which the line break before it would take for its own. */
    private static String line(List<String> cells) {
        String line = cells.stream().map(LatexTable::escaped).collect(Collectors.joining(" & ", "", " \\\\\n"));
        return line.startsWith("[") || line.startsWith("*") ? "{}" + line : line;
    }

    private static String escaped(String text) {
        return Visible.line(text).codePoints().mapToObj(LatexTable::escaped).collect(Collectors.joining());
    }

    private static String escaped(int point) {
        boolean raised = point == '\u2070' || point >= '\u2074' && point <= '\u2079';
        return SIGNS.getOrDefault(point, raised ? "$^" + (point - '\u2070') + "$" : Character.toString(point));
    }

    private static Map.Entry<Integer, String> sign(char sign, String command) {
        return Map.entry((int) sign, command);
    }
}
