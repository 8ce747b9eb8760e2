-- Tables of the host's own: which data set is in which tenant, and what was told while it was read and played.

create table sample_book (
    tenant_id varchar(40) not null,
    name varchar(40) not null,
    state varchar(10) not null,
    primary key (tenant_id)
);

create table sample_line (
    tenant_id varchar(40) not null,
    name varchar(40) not null,
    line_no integer not null,
    line varchar(4000) not null,
    primary key (tenant_id, name, line_no)
);
