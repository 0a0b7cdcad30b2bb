create table if not exists invoice (
  number varchar(40) primary key,
  customer varchar(200) not null,
  total decimal(12, 2) not null,
  currency char(3) not null
);
