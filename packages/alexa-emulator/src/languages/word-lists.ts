/** What people say for built-in slot types that are lists, by type. */
export type WordLists = ReadonlyMap<string, ReadonlySet<string>>;

/** Types that share their words. */
const sameAs: Readonly<Record<string, readonly string[]>> = {
  "AMAZON.City": ["AMAZON.US_CITY", "AMAZON.EUROPE_CITY", "AMAZON.AT_CITY", "AMAZON.DE_CITY"],
  "AMAZON.Region": ["AMAZON.US_STATE", "AMAZON.AT_REGION", "AMAZON.DE_REGION"],
  "AMAZON.Food": ["AMAZON.FoodEstablishment"],
};

/** Lists of words, each separated by commas. */
function lists(words: Readonly<Record<string, string>>): WordLists {
  return new Map(
    Object.entries(words).flatMap(([type, list]) =>
      [type, ...(sameAs[type] ?? [])].map((each): [string, Set<string>] => [
        each,
        new Set(list.split(",").map((word) => word.trim().replace(/\s+/g, " "))),
      ]),
    ),
  );
}

export const englishLists = lists({
  "AMAZON.Region": `alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia,
    hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan,
    minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york,
    north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota,
    tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, district of columbia,
    washington d c, puerto rico, ontario, quebec, british columbia, bavaria, scotland, wales`,
  "AMAZON.City": `new york, new york city, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego,
    dallas, san jose, austin, jacksonville, fort worth, columbus, charlotte, san francisco, indianapolis, seattle,
    denver, washington, boston, nashville, detroit, portland, las vegas, memphis, baltimore, milwaukee, albuquerque,
    miami, atlanta, oakland, minneapolis, new orleans, honolulu, orlando, pittsburgh, salt lake city, toronto, montreal,
    vancouver, london, manchester, birmingham, glasgow, edinburgh, dublin, paris, berlin, munich, hamburg, cologne,
    frankfurt, vienna, zurich, geneva, rome, milan, madrid, barcelona, lisbon, brussels, amsterdam, copenhagen, oslo,
    stockholm, helsinki, warsaw, prague, budapest, athens, istanbul, moscow, cairo, johannesburg, mumbai, delhi,
    bangalore, beijing, shanghai, hong kong, tokyo, osaka, kyoto, seoul, singapore, sydney, melbourne, mexico city,
    sao paulo, rio de janeiro, buenos aires`,
  "AMAZON.Country": `united states, usa, america, canada, mexico, brazil, argentina, chile, peru, colombia, england,
    united kingdom, scotland, ireland, wales, france, germany, spain, portugal, italy, switzerland, austria, belgium,
    netherlands, denmark, norway, sweden, finland, iceland, poland, hungary, greece, turkey, russia, ukraine, egypt,
    morocco, nigeria, kenya, south africa, israel, saudi arabia, india, pakistan, china, japan, south korea, vietnam,
    thailand, indonesia, philippines, singapore, australia, new zealand`,
  "AMAZON.Color": `red, orange, yellow, green, blue, indigo, violet, purple, pink, brown, black, white, gray, grey, gold,
    silver, turquoise, beige, magenta, cyan, lime, teal, navy, maroon, dark blue, light blue, dark green, light green`,
  "AMAZON.Animal": `dog, cat, puppy, kitten, horse, cow, pig, sheep, goat, chicken, duck, goose, rabbit, mouse, rat,
    hamster, lion, tiger, bear, wolf, fox, deer, elephant, giraffe, zebra, monkey, gorilla, kangaroo, koala, panda,
    penguin, owl, eagle, parrot, snake, lizard, turtle, frog, fish, shark, whale, dolphin, bee, ant, spider, butterfly,
    dogs, cats, horses, cows, elephants, lions, tigers, bears`,
  "AMAZON.DayOfWeek": "monday, tuesday, wednesday, thursday, friday, saturday, sunday",
  "AMAZON.Month": `january, february, march, april, may, june, july, august, september, october, november, december`,
  "AMAZON.Food": `pizza, pasta, spaghetti, burger, hamburger, sandwich, salad, soup, rice, bread, cheese, eggs, bacon,
    steak, chicken, beef, pork, fish, salmon, sushi, tacos, burrito, curry, noodles, potatoes, fries, tomato, tomatoes,
    carrots, onion, onions, broccoli, apple, apples, banana, bananas, orange, oranges, strawberries, chocolate, cake,
    cookies, pie, ice cream, popcorn, lasagna`,
  "AMAZON.Drink":
    "water, coffee, tea, milk, juice, orange juice, lemonade, soda, cola, beer, wine, cocktail, whiskey",
  "AMAZON.Sport": `football, soccer, basketball, baseball, tennis, golf, hockey, ice hockey, volleyball, rugby, cricket,
    swimming, running, cycling, boxing, skiing, snowboarding, surfing, badminton, table tennis, yoga`,
  "AMAZON.Language": `english, spanish, french, german, italian, portuguese, japanese, chinese, mandarin, hindi, arabic,
    russian, korean, dutch, swedish, polish, turkish, greek`,
  "AMAZON.Genre":
    "rock, pop, jazz, blues, classical, country, hip hop, rap, folk, electronic, metal, soul, reggae",
  "AMAZON.RelativePosition":
    "first, second, third, last, top, bottom, left, right, middle, next, previous",
});

export const spanishLists = lists({
  "AMAZON.Color": `rojo, naranja, amarillo, verde, azul, violeta, morado, rosa, rosado, marron, cafe, negro, blanco,
    gris, dorado, plateado, turquesa`,
  "AMAZON.Animal":
    "perro, gato, caballo, vaca, cerdo, oveja, pollo, pato, conejo, raton, leon, tigre, oso, pez, pajaro",
  "AMAZON.DayOfWeek": "lunes, martes, miercoles, jueves, viernes, sabado, domingo",
  "AMAZON.Month": `enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre`,
  "AMAZON.City": `madrid, barcelona, valencia, sevilla, bilbao, malaga, ciudad de mexico, guadalajara, monterrey, bogota,
    lima, santiago, buenos aires, nueva york, los angeles, miami, londres, paris, berlin, roma, lisboa`,
  "AMAZON.Country": `espana, mexico, estados unidos, argentina, chile, peru, colombia, venezuela, ecuador, cuba, brasil,
    portugal, francia, italia, alemania, inglaterra, reino unido, china, japon, canada`,
});

export const frenchLists = lists({
  "AMAZON.Color":
    "rouge, orange, jaune, vert, bleu, violet, rose, marron, brun, noir, blanc, gris, dore, argente",
  "AMAZON.Animal":
    "chien, chat, cheval, vache, cochon, mouton, poulet, canard, lapin, souris, lion, tigre, ours, poisson, oiseau",
  "AMAZON.DayOfWeek": "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
  "AMAZON.Month": `janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre`,
  "AMAZON.City": `paris, lyon, marseille, toulouse, nice, nantes, strasbourg, bordeaux, lille, montreal, quebec, ottawa,
    toronto, vancouver, bruxelles, geneve, londres, new york, berlin, rome, madrid`,
  "AMAZON.Country": `france, canada, belgique, suisse, etats unis, angleterre, royaume uni, allemagne, italie, espagne,
    portugal, chine, japon, bresil, mexique, maroc, algerie, tunisie, senegal`,
});

export const germanLists = lists({
  "AMAZON.Color": `rot, orange, gelb, grun, blau, violett, lila, rosa, pink, braun, schwarz, weiss, grau, gold, silber,
    turkis, beige`,
  "AMAZON.Animal":
    "hund, katze, pferd, kuh, schwein, schaf, huhn, ente, hase, maus, lowe, tiger, bar, fisch, vogel",
  "AMAZON.DayOfWeek": "montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag",
  "AMAZON.Month": `januar, februar, marz, april, mai, juni, juli, august, september, oktober, november, dezember`,
  "AMAZON.City": `berlin, hamburg, munchen, koln, frankfurt, stuttgart, dusseldorf, leipzig, dortmund, essen, bremen,
    dresden, hannover, nurnberg, wien, graz, salzburg, zurich, genf, basel, bern, london, paris, rom, madrid, new york`,
  "AMAZON.Country": `deutschland, osterreich, schweiz, frankreich, italien, spanien, portugal, england, niederlande,
    belgien, polen, danemark, schweden, norwegen, griechenland, turkei, usa, china, japan, kanada`,
  "AMAZON.Region": `bayern, baden wurttemberg, berlin, brandenburg, bremen, hamburg, hessen, niedersachsen, saarland,
    mecklenburg vorpommern, nordrhein westfalen, rheinland pfalz, sachsen, sachsen anhalt, schleswig holstein,
    thuringen, tirol, wien, steiermark, karnten`,
});

export const italianLists = lists({
  "AMAZON.Color":
    "rosso, arancione, giallo, verde, blu, azzurro, viola, rosa, marrone, nero, bianco, grigio, oro",
  "AMAZON.Animal":
    "cane, gatto, cavallo, mucca, maiale, pecora, pollo, anatra, coniglio, topo, leone, tigre, orso, pesce, uccello",
  "AMAZON.DayOfWeek": "lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica",
  "AMAZON.Month": `gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre,
    dicembre`,
  "AMAZON.City": `roma, milano, napoli, torino, palermo, genova, bologna, firenze, bari, venezia, verona, londra, parigi,
    berlino, madrid, new york`,
  "AMAZON.Country": `italia, francia, spagna, germania, inghilterra, svizzera, austria, portogallo, grecia, stati uniti,
    cina, giappone`,
});

export const portugueseLists = lists({
  "AMAZON.Color":
    "vermelho, laranja, amarelo, verde, azul, violeta, roxo, rosa, marrom, preto, branco, cinza, dourado",
  "AMAZON.Animal":
    "cachorro, gato, cavalo, vaca, porco, ovelha, galinha, pato, coelho, rato, leao, tigre, urso, peixe, passaro",
  "AMAZON.DayOfWeek": `segunda feira, terca feira, quarta feira, quinta feira, sexta feira, sabado, domingo, segunda,
    terca, quarta, quinta, sexta`,
  "AMAZON.Month": `janeiro, fevereiro, marco, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro`,
  "AMAZON.City": `sao paulo, rio de janeiro, brasilia, salvador, fortaleza, belo horizonte, manaus, curitiba, recife,
    porto alegre, lisboa, porto, nova york, londres, paris`,
  "AMAZON.Country": `brasil, portugal, argentina, uruguai, chile, estados unidos, espanha, franca, italia, alemanha,
    inglaterra, china, japao`,
});
