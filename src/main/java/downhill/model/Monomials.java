package downhill.model;

import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The features of a polynomial model: all monomials ∏ xᵢ^aᵢ of total degree 1 to the given one, interactions included, where
 * they are at most {@value #MAX_TERMS}; else the pure powers of each feature.
 *
 * <p>Each is divided by √∏(2aᵢ − 1)!!, its root mean square where the features are standard normal. So all terms of
 * standardised data are of one size and one learning rate suits them, without statistics of the expanded data.
 *
 * @param exponents one array [features] per monomial, in order of degree, then of the first feature
 */
public record Monomials(List<int[]> exponents) {
    /** Interactions are left out where there would be more terms than this. */
    public static final int MAX_TERMS = 300;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    /** The terms for a number of features and a degree. */
    public static Monomials of(int features, int degree) {
        boolean interactions = count(features, degree) <= MAX_TERMS;
        List<int[]> exponents = new ArrayList<>();
        for (int total = 1; total <= degree; total++) {
            if (interactions) {
                addAll(exponents, new int[features], 0, total);
            } else {
                addPowers(exponents, features, total);
            }
        }
        return new Monomials(exponents);
    }

    /** How many terms there are. */
    static double terms(int features, int degree) {
        long all = count(features, degree);
        return all <= MAX_TERMS ? all : (double) features * degree;
    }

    /** C(features + degree, degree) − 1, or more than {@link #MAX_TERMS} where it is larger than that. */
    private static long count(int features, int degree) {
        long count = 1;
        for (int i = 1; i <= degree; i++) {
            count = count * (features + i) / i;
            if (count > 1_000_000) {
                return count;
            }
        }
        return count - 1;
    }

    private static void addAll(List<int[]> exponents, int[] so, int feature, int left) {
        if (feature == so.length - 1) {
            int[] last = so.clone();
            last[feature] = left;
            exponents.add(last);
            return;
        }
        for (int power = left; power >= 0; power--) {
            int[] next = so.clone();
            next[feature] = power;
            addAll(exponents, next, feature + 1, left - power);
        }
    }

    private static void addPowers(List<int[]> exponents, int features, int power) {
        for (int feature = 0; feature < features; feature++) {
            int[] pure = new int[features];
            pure[feature] = power;
            exponents.add(pure);
        }
    }

    /** Such as x₁, x₁², x₁·x₂; the scale is left out. */
    public List<String> names() {
        return exponents.stream().map(Monomials::name).toList();
    }

    private static String name(int[] powers) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < powers.length; i++) {
            if (powers[i] > 0) {
                String power = powers[i] == 1 ? "" : digits(powers[i], SUPERSCRIPTS);
                factors.add("x" + digits(i + 1, SUBSCRIPTS) + power);
            }
        }
        return String.join("·", factors);
    }

    private static String digits(int number, String alphabet) {
        StringBuilder text = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> text.append(alphabet.charAt(digit - '0')));
        return text.toString();
    }

    /** What each monomial is multiplied by. */
    public double[] scales() {
        return exponents.stream().mapToDouble(powers -> Arrays.stream(powers).mapToDouble(Monomials::scale)
                .reduce(1, (a, b) -> a * b)).toArray();
    }

    /** 1/√(2a − 1)!! */
    private static double scale(int power) {
        double moment = 1;
        for (int odd = 2 * power - 1; odd > 1; odd -= 2) {
            moment *= odd;
        }
        return 1 / Math.sqrt(moment);
    }

    /** [B, features] → [B, monomials]. */
    Node expand(Node x) {
        if (exponents.size() == x.length(-1)) {
            return x;
        }
        List<Node> columns = new ArrayList<>();
        for (int[] powers : exponents) {
            columns.add(column(x, powers));
        }
        return x.graph().concat(-1, columns);
    }

    private static Node column(Node x, int[] powers) {
        Node product = x.graph().constant(1);
        for (int i = 0; i < powers.length; i++) {
            if (powers[i] > 0) {
                product = product.times(power(x.slice(-1, i, i + 1), powers[i]).times(scale(powers[i])));
            }
        }
        return product;
    }

    /** By squaring, so that equal powers of equal columns become one node. */
    private static Node power(Node x, int power) {
        if (power == 1) {
            return x;
        }
        Node half = power(x, power / 2).apply(UnaryOp.SQUARE);
        return power % 2 == 0 ? half : half.times(x);
    }
}
