package downhill.data;

/** How a column of numbers is made of others, row by row. What is not defined is missing. */
public enum Making {
    /** ln x, of x above 0. */
    LOG(1),
    /** ln(1 + |x|) with the sign of x. */
    SIGNED_LOG(1),
    /** 1 from the constant on, 0 below it; several of one column are its bins. */
    STEP(1),
    /** a · b. */
    PRODUCT(2),
    /** a / b, of b other than 0. */
    RATIO(2),
    /** sin(2π x / c), where the constant c is a period: of a date, in days, the time of the year, of the week or of the day. */
    SINE(1),
    /** cos(2π x / c). */
    COSINE(1),
    /** 1 where a date is a Saturday or Sunday, else 0. */
    WEEKEND(1);

    private static final double DAYS = 7;
    /** 1970-01-01 was a Thursday: so many days after a Monday. */
    private static final double THURSDAY = 3;
    private static final double SATURDAY = 5;

    private final int columns;

    Making(int columns) {
        this.columns = columns;
    }

    /** Columns that it is made of. */
    public int columns() {
        return columns;
    }

    /** Whether it has a constant. */
    public boolean hasConstant() {
        return this == STEP || this == SINE || this == COSINE;
    }

    /** Whether it is made of dates, in days since 1970-01-01, alone. */
    public boolean isOfDates() {
        return this == SINE || this == COSINE || this == WEEKEND;
    }

    /**
     * The value in a row; the same on every machine.
     *
     * @param a        of the first column
     * @param b        of the second, where there is one
     * @param constant where there is one
     * @return NaN where it is not defined, or one that it is made of is missing
     */
    public double value(double a, double b, double constant) {
        if (Double.isNaN(a) || columns == 2 && Double.isNaN(b)) {
            return Double.NaN;
        }
        double value = switch (this) {
            case LOG -> a > 0 ? StrictMath.log(a) : Double.NaN;
            case SIGNED_LOG -> Math.signum(a) * StrictMath.log(1 + Math.abs(a));
            case STEP -> a >= constant ? 1 : 0;
            case PRODUCT -> a * b;
            case RATIO -> a / b;
            case SINE -> StrictMath.sin(2 * Math.PI * a / constant);
            case COSINE -> StrictMath.cos(2 * Math.PI * a / constant);
            case WEEKEND -> weekend(a) ? 1 : 0;
        };
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /**
     * How the value changes with what it is made of; 0 where it jumps, and where it is not defined.
     *
     * @param column 0 for the first, 1 for the second
     */
    public double slope(int column, double a, double b, double constant) {
        if (Double.isNaN(value(a, b, constant))) {
            return 0;
        }
        return switch (this) {
            case LOG -> 1 / a;
            case SIGNED_LOG -> 1 / (1 + Math.abs(a));
            case STEP, WEEKEND -> 0;
            case PRODUCT -> column == 0 ? b : a;
            case RATIO -> column == 0 ? 1 / b : -a / (b * b);
            case SINE -> 2 * Math.PI / constant * StrictMath.cos(2 * Math.PI * a / constant);
            case COSINE -> -2 * Math.PI / constant * StrictMath.sin(2 * Math.PI * a / constant);
        };
    }

    private static boolean weekend(double days) {
        double since = Math.floor(days) + THURSDAY;
        return since - DAYS * Math.floor(since / DAYS) >= SATURDAY;
    }
}
