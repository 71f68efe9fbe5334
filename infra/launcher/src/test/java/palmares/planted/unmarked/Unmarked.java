package palmares.planted.unmarked;

final class Unmarked {}
