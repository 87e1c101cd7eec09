package downhill.optim;

import downhill.expr.MatrixFunction;
import downhill.expr.Over;
import downhill.expr.Reduction;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A matrix of float64, row by row; a number is one of a single element. */
record TensorValue(int rows, int columns, double[] values) {
    static TensorValue number(double value) {
        return new TensorValue(1, 1, new double[] {value});
    }

    double at(int row, int column) {
        return values[(rows == 1 ? 0 : row) * columns + (columns == 1 ? 0 : column)];
    }

    /** Whether it has a value for each element of a matrix of these sides, stretched where a side is one. */
    boolean covers(int wantedRows, int wantedColumns) {
        return (rows == 1 || rows == wantedRows) && (columns == 1 || columns == wantedColumns);
    }

    TensorValue map(DoubleUnaryOperator function) {
        return new TensorValue(rows, columns, Arrays.stream(values).map(function).toArray());
    }

    TensorValue with(TensorValue other, DoubleBinaryOperator function) {
        int height = Math.max(rows, other.rows);
        int width = Math.max(columns, other.columns);
        double[] made = new double[height * width];
        for (int i = 0; i < made.length; i++) {
            made[i] = function.applyAsDouble(at(i / width, i % width), other.at(i / width, i % width));
        }
        return new TensorValue(height, width, made);
    }

    TensorValue stretched(int height, int width) {
        return with(new TensorValue(height, width, new double[height * width]), (own, zero) -> own);
    }

    TensorValue times(TensorValue other) {
        double[] made = new double[rows * other.columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < other.columns; j++) {
                for (int k = 0; k < columns; k++) {
                    made[i * other.columns + j] += values[i * columns + k] * other.values[k * other.columns + j];
                }
            }
        }
        return new TensorValue(rows, other.columns, made);
    }

    TensorValue transposed() {
        double[] made = new double[values.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = values[i % rows * columns + i / rows];
        }
        return new TensorValue(columns, rows, made);
    }

    /** Below one another in the order of the parameter row. */
    TensorValue column() {
        return new TensorValue(values.length, 1, transposed().values);
    }

    /** The array of these sides that such a column was made of. */
    TensorValue uncolumn(int height, int width) {
        return new TensorValue(width, height, values).transposed();
    }

    TensorValue factored(MatrixFunction function, double power) {
        double[] made = new double[values.length];
        new Factoring(function, rows, columns, power).apply(transposed().values, made);
        return new TensorValue(columns, rows, made).transposed();
    }

    static TensorValue identity(int n) {
        double[] made = new double[n * n];
        for (int i = 0; i < n; i++) {
            made[i * n + i] = 1;
        }
        return new TensorValue(n, n, made);
    }

    TensorValue reduced(Reduction op, Over over) {
        return switch (over) {
            case TENSOR, ALL -> number(op.of(values, 0, 1, values.length));
            case ROW -> sides(rows, 1, op, columns, 1, columns);
            case COLUMN -> sides(1, columns, op, 1, columns, rows);
        };
    }

    private TensorValue sides(int height, int width, Reduction op, int apart, int step, int count) {
        double[] made = new double[height * width];
        for (int i = 0; i < made.length; i++) {
            made[i] = op.of(values, i * apart, step, count);
        }
        return new TensorValue(height, width, made);
    }
}
