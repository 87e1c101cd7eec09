package downhill.data.csv;

import downhill.data.Dialect;
import downhill.data.DialectChoice;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how a text is written by trying every plausible way on its beginning and taking the most likely. */
final class DialectSniffer {
    private static final int TRIED = 1 << 16;
    /** Of long lines so many are tried all the same: the first one alone does not tell names from values. */
    private static final int LEAST_LINES = 10;
    private static final double CLOSE = 0.85;
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", " ", ":", "^", "~");
    private static final List<String> ABSENT = List.of("\t", ";", "|", "^", "~");
    private static final double PAIRED = 0.9;
    /** Sure only where nearly all cells are of a clear kind. */
    private static final String SELDOM = ":~";
    private static final double CLEAR_ENOUGH = 0.92;
    /** Errors of spreadsheets also start with a hash sign. */
    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^#(?!N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|NULL!)");
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\uFEFF?\"?sep=(.)\"?(\r\n|\n|\r)", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final CellShapes shapes;
    private final String given;
    private final DialectChoice said;

    private DialectSniffer(String sample, CellShapes shapes, DialectChoice said) {
        this.said = said;
        this.text = head(sample);
        this.shapes = shapes;
        Matcher line = SEPARATOR_LINE.matcher(text);
        this.given = line.lookingAt() ? line.group(1) : null;
    }

    /** The dialect of a text, numbers apart, and the reasons; what was said is taken as it is. */
    static Sniffed sniff(String sample, String encoding, CellShapes shapes, DialectChoice said) {
        return new DialectSniffer(sample, shapes, said).run(encoding);
    }

    /** @param start index of the table's first row among the sampled rows */
    record Sniffed(Dialect dialect, List<Decision> decisions, double score) {
    }

    private static String head(String sample) {
        int tried = Math.max(TRIED, ofLeastLines(sample));
        if (sample.length() <= tried) {
            return sample;
        }
        int cut = sample.lastIndexOf('\n', tried);
        return sample.substring(0, cut > 0 ? cut + 1 : tried);
    }

    private static int ofLeastLines(String sample) {
        int end = 0;
        for (int line = 0; line < LEAST_LINES; line++) {
            int next = sample.indexOf('\n', end);
            if (next < 0) {
                return sample.length();
            }
            end = next + 1;
        }
        return end;
    }

    private Sniffed run(String encoding) {
        List<Candidate> candidates = candidates(encoding);
        Candidate best = candidates.stream().reduce((a, b) -> b.score() > a.score() * 1.0001 ? b : a).orElseThrow();
        Candidate rival = candidates.stream()
                .filter(other -> !other.sampled().dialect().delimiter().equals(best.sampled().dialect().delimiter()))
                .max(Comparator.comparingDouble(Candidate::score)).orElse(best);
        return result(best, rival);
    }

    private List<Candidate> candidates(String encoding) {
        List<Candidate> candidates = new ArrayList<>();
        for (Dialect delimited : delimiters(Dialect.STANDARD.withEncoding(encoding).withSkipLines(firstLines()))) {
            for (Dialect quoted : quotes(delimited)) {
                for (Dialect commented : comments(quoted)) {
                    candidates.add(Candidate.of(Sampled.read(text, commented), shapes));
                }
            }
        }
        return candidates;
    }

    private int firstLines() {
        int usual = given == null ? 0 : 1;
        return said.skipLines() != null ? said.skipLines() : usual;
    }

    private List<Dialect> delimiters(Dialect base) {
        if (said.delimiter() != null) {
            boolean runs = said.runs() == null ? said.delimiter().equals(" ") : said.runs();
            return List.of(base.withQuote("", "").withDelimiter(said.delimiter()).withRuns(runs));
        }
        if (given != null) {
            return List.of(base.withDelimiter(given));
        }
        List<Dialect> dialects = new ArrayList<>(List.of(base));
        for (String delimiter : text.isBlank() ? List.<String>of() : DELIMITERS) {
            if (text.contains(delimiter) && !delimiter.equals(base.delimiter())) {
                dialects.add(base.withDelimiter(delimiter).withRuns(delimiter.equals(" ")));
            }
            if (comesInPairs(delimiter)) {
                dialects.add(base.withDelimiter(delimiter + delimiter));
            }
        }
        if (text.contains(",")) {
            absent().ifPresent(delimiter -> dialects.add(base.withDelimiter(delimiter)));
        }
        return dialects;
    }

    /** As in {@code a::b}; spaces are taken in runs anyway. */
    private boolean comesInPairs(String delimiter) {
        int single = text.length() - text.replace(delimiter, "").length();
        int paired = delimiter.equals(" ") ? 0 : text.length() - text.replace(delimiter + delimiter, "").length();
        return paired > 2 && paired >= PAIRED * single;
    }

    /** A delimiter that leaves the lines whole, for texts of one column. */
    private Optional<String> absent() {
        String line = text.indexOf('\n') < 0 ? text : text.substring(0, text.indexOf('\n'));
        boolean wide = line.chars().filter(c -> c == ',').count() >= RecordScanner.MAX_FIELDS;
        return ABSENT.stream().filter(delimiter -> !wide && !text.contains(delimiter)).findFirst();
    }

    private List<Dialect> quotes(Dialect base) {
        if (said.quote() == null && said.escape() == null) {
            return anyQuotes(base);
        }
        String quote = said.quote() == null ? "\"" : said.quote();
        if (said.escape() != null || quote.isEmpty()) {
            String escape = "\\".equals(said.escape()) ? "\\" : quote;
            return List.of(base.withQuote(quote, quote.isEmpty() ? "" : escape));
        }
        Dialect doubled = base.withQuote(quote, quote);
        return text.contains("\\" + quote) ? List.of(doubled, base.withQuote(quote, "\\")) : List.of(doubled);
    }

    private List<Dialect> anyQuotes(Dialect delimited) {
        Dialect base = delimited.delimiter().contains("\"") ? delimited.withQuote("", "") : delimited.withQuote("\"", "\"");
        List<Dialect> dialects = new ArrayList<>();
        dialects.add(base);
        boolean doubles = text.indexOf('"') >= 0;
        if (doubles && text.contains("\\\"")) {
            dialects.add(base.withQuote("\"", "\\"));
        }
        if (opens('\'', base.delimiter())) {
            dialects.add(base.withQuote("'", "'"));
            if (text.contains("\\'")) {
                dialects.add(base.withQuote("'", "\\"));
            }
        }
        if (doubles && opens('"', base.delimiter())) {
            dialects.add(base.withQuote("", ""));
        }
        return dialects;
    }

    private boolean opens(char quote, String delimiter) {
        for (int i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) {
            if (i == 0 || text.charAt(i - 1) == '\n' || text.charAt(i - 1) == '\r' || text.startsWith(delimiter, i - delimiter.length())) {
                return true;
            }
        }
        return false;
    }

    private List<Dialect> comments(Dialect base) {
        if (said.comment() != null) {
            return List.of(base.withComment(said.comment()));
        }
        if (!COMMENT_LINE.matcher(text).find()) {
            return List.of(base);
        }
        return holdsOnlyComments() ? List.of(base.withComment("#")) : List.of(base, base.withComment("#"));
    }

    private boolean holdsOnlyComments() {
        return text.lines().allMatch(line -> line.isBlank() || line.equals("#") || line.startsWith("# ") || line.startsWith("##")
                || line.startsWith("#!"));
    }

    private Sniffed result(Candidate best, Candidate rival) {
        Sampled sampled = best.sampled();
        Dialect dialect = sampled.dialect();
        List<Decision> decisions = new ArrayList<>();
        decisions.add(delimiter(best, rival));
        decisions.add(quote(dialect));
        int start = said.skipLines() == null ? best.start() : 0;
        int skip = start == 0 || sampled.rows().isEmpty() ? dialect.skipLines() : (int) (sampled.lines().get(start) - 1);
        Decision header = header(sampled, start);
        decisions.add(header);
        if (said.skipLines() != null) {
            decisions.add(Decision.chosen("skipped lines", Integer.toString(skip)));
        } else if (skip > 0) {
            decisions.add(new Decision("skipped lines", Integer.toString(skip), given != null && skip == 1
                    ? Said.of("csv.skip.named") : Said.of("csv.skip"), given != null));
        }
        if (said.comment() != null) {
            decisions.add(Decision.chosen("comment", said.comment()));
        } else if (!dialect.comment().isEmpty()) {
            decisions.add(new Decision("comment", dialect.comment(), Said.of(sampled.comments() == 1 ? "csv.comment.one" : "csv.comment",
                    sampled.comments()), false));
        }
        return new Sniffed(dialect.withSkipLines(skip).withHeader(header.value().equals("yes")), decisions, best.score());
    }

    private Decision header(Sampled sampled, int start) {
        if (said.header() != null) {
            return Decision.chosen("header", said.header() ? "yes" : "no");
        }
        return sampled.rows().isEmpty() ? new Decision("header", "yes", Said.of("csv.header.noRows"), false)
                : HeaderGuess.of(sampled.rows().subList(start, sampled.rows().size()), shapes);
    }

    private Decision delimiter(Candidate best, Candidate rival) {
        String delimiter = best.sampled().dialect().delimiter();
        if (said.delimiter() != null) {
            return Decision.chosen("delimiter", delimiter);
        }
        if (given != null) {
            return new Decision("delimiter", delimiter, Said.of("csv.delimiter.named", given), true);
        }
        if (best.fields() == 1) {
            return new Decision("delimiter", delimiter, Said.of("csv.delimiter.none"), false);
        }
        boolean close = rival != best && rival.fields() > 1 && rival.score() > CLOSE * best.score();
        List<Said> reasons = new ArrayList<>(List.of(Said.of("csv.delimiter.share", Math.round(best.consistency() * 100), best.fields())));
        if (best.sampled().dialect().runs()) {
            reasons.add(Said.of("csv.delimiter.runs"));
        }
        if (close) {
            reasons.add(Said.of("csv.delimiter.close", Texts.visible(rival.sampled().dialect().delimiter())));
        }
        boolean usual = delimiter.length() == 1 && (!SELDOM.contains(delimiter) || best.clarity() > CLEAR_ENOUGH);
        if (!usual) {
            reasons.add(Said.of("csv.delimiter.seldom", Texts.visible(delimiter)));
        }
        return new Decision("delimiter", delimiter, Said.reasons(reasons), !close && usual && best.consistency() > 0.9);
    }

    private Decision quote(Dialect dialect) {
        if (said.quote() != null) {
            return Decision.chosen("quote", dialect.quote());
        }
        if (dialect.quote().isEmpty()) {
            return new Decision("quote", "", Said.of("csv.quote.none"), false);
        }
        boolean usual = dialect.quote().equals("\"") && dialect.escape().equals("\"");
        String unusual = dialect.escape().equals("\\") ? "csv.quote.backslash" : "csv.quote.encloses";
        return new Decision("quote", dialect.quote(), Said.of(usual ? "csv.usual" : unusual), usual);
    }
}
