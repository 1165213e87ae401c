-- Those who keep people list the absences that last or are to come.
ALTER TABLE absence ADD KEY absence_until (until_on, id);
