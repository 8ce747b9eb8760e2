-- What a host of its own runs.
create table host_order (id integer not null primary key, note varchar(100));
