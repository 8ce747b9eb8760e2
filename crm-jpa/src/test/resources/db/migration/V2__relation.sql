create table relation (id integer not null primary key);
