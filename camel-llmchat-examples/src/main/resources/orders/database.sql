create table orders (
  id integer primary key,
  customer varchar(10) not null,
  item varchar(40) not null,
  total decimal(10, 2) not null,
  state varchar(20) not null,
  ordered date not null,
  parcel varchar(20)
);

insert into orders (id, customer, item, total, state, ordered, parcel) values
  (5001, 'C-1', 'desk lamp', 59.00, 'shipped', date '2026-11-16', 'P-8841'),
  (5002, 'C-1', 'oak table', 1249.00, 'delivered', date '2026-11-02', 'P-8790'),
  (5003, 'C-2', 'kettle', 39.90, 'delivered', date '2026-11-09', 'P-8805'),
  (5004, 'C-2', 'tea cups', 24.50, 'in preparation', date '2026-11-24', null),
  (5005, 'C-3', 'bookshelf', 189.00, 'shipped', date '2026-11-18', 'P-8852'),
  (5006, 'C-3', 'reading chair', 320.00, 'shipped', date '2026-11-19', 'P-8853'),
  (5007, 'C-3', 'wall clock', 45.00, 'shipped', date '2026-11-20', 'P-8860');
