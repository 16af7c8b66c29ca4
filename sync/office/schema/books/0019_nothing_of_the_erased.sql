-- How much she uses in a month and when she is paid stayed behind when she was erased.
UPDATE members SET monthly_use = '', payday = '' WHERE member IN (SELECT member FROM erased_members);
