package host;

/** A machine that was sold. It is mapped by META-INF/orm.xml: the shop's own mapping files stay in force. */
public class Machine {

    private String serial;
    private String customer;

    protected Machine() {}

    public Machine(String serial, String customer) {
        this.serial = serial;
        this.customer = customer;
    }

    public String getSerial() {
        return serial;
    }

    public String getCustomer() {
        return customer;
    }
}
