package downhill.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a column tells about its use. Names are taken apart at capitals, digits and signs: PassengerId, S.No, sample_id. */
public final class ColumnNames {
    /** Whoever is called so is told apart by it. */
    private static final Set<String> IDS = Set.of("id", "ids", "uid", "uuid", "guid", "pk", "index", "idx", "row", "rownumber", "rownum",
            "rowno", "rownr", "rowname", "rownames", "rowindex", "sno", "slno", "srno", "serial", "serialno", "serialnumber", "sampleno",
            "samplenumber", "recordno", "recordnumber", "caseno", "casenumber", "seqno", "sequenceno", "sequencenumber", "obsno", "lfdnr",
            "laufendenummer", "unnamed0", "level0", "zeile", "#", "№", "n°", "编号", "序号", "行号", "番号", "번호");
    /** Whoever is called so may be counted by it; the values have to show it. */
    private static final Set<String> NUMBERS = Set.of("no", "nr", "num", "number", "nummer", "seq", "sequence", "case", "obs",
            "observation", "record", "sample", "subject", "key", "column1", "rank");
    /** Places in a calendar. */
    private static final Set<String> TIMES = Set.of("year", "yr", "month", "week", "weekday", "day", "dayofweek", "dayofmonth",
            "dayofyear", "doy", "yday", "date", "datetime", "hour", "timestamp", "quarter", "qtr", "season", "decade", "jahr", "monat",
            "woche", "wochentag", "stunde", "datum", "mois", "jour", "année", "año", "día", "年", "月", "日", "年份", "月份", "日期", "星期", "小时");
    /** Times or how long something lasted. */
    private static final Set<String> DURATIONS = Set.of("time", "years", "yrs", "months", "weeks", "days", "hours", "hr", "hrs", "minute",
            "minutes", "second", "seconds", "sec", "period", "epoch", "age", "jahre", "tage", "stunden", "zeit", "alter", "时间", "年龄",
            "天数");
    private static final Set<String> MEASURES = Set.of("depth", "distance", "dist", "height", "position", "temperature", "temp", "angle",
            "degree", "degrees", "dose", "concentration", "voltage", "wavelength", "size", "length", "width", "weight", "speed", "price",
            "level", "score", "amount", "count", "step", "pixel", "lag");
    private static final Set<String> BESIDE_TIMES = Set.of("of", "in", "the", "local", "utc", "start", "end");
    private static final Set<String> TARGETS = Set.of("target", "species", "label", "labels", "y", "outcome", "diagnosis", "digit",
            "survived", "response", "churn", "churned", "exited", "attrition", "目标", "标签");
    private static final Set<String> KINDS = Set.of("class", "classes", "类别");
    private static final Set<String> CLASSES = Set.of("class", "classes", "kind", "type", "category", "group", "cluster", "类别", "类型");
    private static final Set<String> FREQUENCIES = Set.of("freq", "frequency", "频数");

    /** Also of rows that stand for several, or for a part of a whole. */
    private static final Set<String> COUNTS = Set.of("freq", "frequency", "frequencies", "count", "counts", "cnt", "n", "频数", "频次", "次数",
            "人数", "计数");
    private static final Set<String> WEIGHTS = Set.of("weight", "weights", "sampleweight", "sampleweights", "rowweight", "rowweights",
            "caseweight", "caseweights", "surveyweight", "instanceweight", "observationweight", "finalweight", "samplingweight", "fnlwgt",
            "wgt", "权重");

    private static final Pattern ID_OF =
            Pattern.compile("(passenger|customer|user|client|patient|sample|row|record|order|item|product|student|person|house|"
            + "subject|case|employee|transaction|session|account|object|image|obs|test|loan|member|entry|unique)?ids?");

    private ColumnNames() {
    }

    private static List<String> words(String name) {
        String spaced = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)", " ")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(spaced.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String joined(String name) {
        List<String> words = words(name);
        return words.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : String.join("", words);
    }

    /** Whether rows are told apart by what is called so. */
    public static boolean isId(String name) {
        List<String> words = words(name);
        boolean ends = !words.isEmpty() && (isAnId(words.get(words.size() - 1)) || isAnId(words.get(0)) && words.size() == 2);
        return ends || IDS.contains(joined(name)) || IDS.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isAnId(String word) {
        return ID_OF.matcher(word).matches() || word.equals("uuid") || word.equals("guid");
    }

    /** Whether what is called so may count rows. */
    public static boolean isNumber(String name) {
        return NUMBERS.contains(joined(name));
    }

    /** Whether the name says, among others, that it is about a time, an age or something measured. */
    public static boolean isMeasured(String name) {
        return name.matches(".*[(\\[].*[)\\]].*") || words(name).stream().anyMatch(ColumnNames::measures);
    }

    private static boolean measures(String word) {
        return TIMES.contains(word) || DURATIONS.contains(word) || MEASURES.contains(word);
    }

    /** Whether the name says nothing else than when. */
    public static boolean isTime(String name) {
        List<String> words = words(name);
        return TIMES.contains(joined(name)) || words.stream().anyMatch(TIMES::contains)
                && words.stream().allMatch(word -> TIMES.contains(word) || BESIDE_TIMES.contains(word)
                        || word.chars().allMatch(Character::isDigit));
    }

    /** Whether the name says when or how long. */
    public static boolean isDuration(String name) {
        return DURATIONS.contains(joined(name));
    }

    /** x, x1, y2: how features of a formula are called. */
    public static boolean isLetter(String name) {
        return name.strip().matches("\\p{L}_?\\d{0,3}");
    }

    /** Whether a column called so is what is usually to be predicted. */
    public static boolean isTarget(String name) {
        return TARGETS.contains(joined(name)) && !isId(name);
    }

    /** Whether what is called so is more often to be predicted than not. */
    public static boolean isKind(String name) {
        return KINDS.contains(joined(name));
    }

    /** Whether a column of numbers called so holds the numbers of kinds: Type, glass_type, Type of glass. */
    public static boolean isClass(String name) {
        List<String> words = words(name);
        int size = words.size();
        return size > 0 && (CLASSES.contains(words.get(size - 1)) || size > 2 && CLASSES.contains(words.get(0))
                && words.get(1).equals("of"));
    }

    /** Whether a column called so may say how often a row occurs, in whole numbers. */
    public static boolean isCount(String name) {
        return COUNTS.contains(joined(name));
    }

    /** Whether a column called so may say how much a row counts. */
    public static boolean isWeight(String name) {
        return WEIGHTS.contains(joined(name));
    }

    /** Whether a column called so says how often a row occurs. */
    public static boolean isFrequency(String name) {
        return FREQUENCIES.contains(joined(name));
    }
}
