package org.carnetcrm.jpa;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections to PostgreSQL that ask, before each query, how the database answers it with these very parameters. So what is
 * explained is what the store sends.
 */
final class Explained implements DataSource {

    private final DataSource real;
    private final List<Plan> plans = new ArrayList<>();
    private boolean asking;

    Explained(DataSource real) {
        this.real = real;
    }

    /** The plans of the queries that the work sends, in their order. */
    List<Plan> plansOf(Runnable work) {
        plans.clear();
        asking = true;
        try {
            work.run();
        } finally {
            asking = false;
        }
        return List.copyOf(plans);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? watched(connection, (PreparedStatement) result, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement statement, String sql) {
        List<Object[]> parameters = new ArrayList<>();
        List<Method> setters = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set")
                    && arguments.length > 1
                    && method.getDeclaringClass() == PreparedStatement.class) {
                setters.add(method);
                parameters.add(arguments);
            } else if (method.getName().equals("executeQuery") && asking) {
                plans.add(explain(connection, sql, setters, parameters));
            }
            return call(statement, method, arguments);
        });
    }

    private static Plan explain(Connection connection, String sql, List<Method> setters, List<Object[]> parameters)
            throws Throwable {
        try (PreparedStatement question =
                connection.prepareStatement("explain (analyze, buffers, format json) " + sql)) {
            for (int i = 0; i < setters.size(); i++) {
                call(question, setters.get(i), parameters.get(i));
            }
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return Plan.read(connection, sql, answer.getString(1));
            }
        }
    }

    private interface Call {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.to(method, arguments == null ? new Object[0] : arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("one user is enough");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
