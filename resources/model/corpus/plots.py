# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences of which stories are made; {s} is the hero, {t} a thing, {a} an animal, {p} a place."""


def lines(text: str) -> list[str]:
    """The alternatives, one or more a line, parted by bars."""
    return [part.strip() for part in text.replace("\n", "|").split("|") if part.strip()]


WEATHER = lines("sunny|rainy|windy|cold|warm|foggy|snowy|stormy|bright|frosty|grey|mild|golden|icy|hot")
TIME = lines("morning|evening|night|day|afternoon|winter|summer|autumn morning|spring day|weekend|dawn|market day")
FOUND = lines("found|discovered|saw|noticed|picked up|spotted|dug up|came across|pulled out")
ADJ = lines("shiny|strange|tiny|broken|dusty|magic|heavy|wooden|lost|forgotten|beautiful|old|secret|warm|hidden|rusty|round|cracked|silver|painted|silent|curved")
WHERE = lines("""under a fallen tree|behind the door|beside the path|near the water|in the tall grass|on a flat stone|inside a hollow log
at the top of the stairs|between two rocks|in a dark corner|below the window|on the roof|among the reeds|under the snow|next to a well
in an empty nest|beneath the floor|at the foot of the hill|in a pile of leaves|inside a torn bag|on the sand""")
FELT = lines("happy|proud|surprised|afraid|excited|worried|glad|calm|brave|sad|relieved|thankful|curious|hopeful|angry|free")
WISH = lines("""see the sea|learn to sing|find a friend|bake the best bread|fly above the clouds|build a boat|win the big race|plant a garden
travel far away|paint the moon|learn to swim|climb the highest hill|hear the old song again|have a warm home|make everyone laugh
catch a falling star|dance in the snow|read every book|cook a giant soup|ride a horse|own a shop|meet a real ghost|count all the stars
sail around the world|grow the sweetest pears|write a letter to the king|play the violin|live on an island|taste snow|hold a rainbow""")
TROUBLE = lines("""a storm broke the gate of the {p}|the river rose over the road|a thick fog hid the way home|the {t} fell into the water
a hungry {a} stole the {t}|the wind carried the {t} away|snow covered every path|the old bridge broke in two|nobody believed {o}
all the lights went out|the {t} would not open|the path ended at a high wall|a grumpy {a} blocked the way|the {t} began to glow
the bread had burnt|someone had locked the gate|the boat started to leak|the map was wrong|a strange noise came from below
the well ran dry|the ice cracked under {o}|a branch fell onto the road|the last candle burnt out|two thieves ran across the yard
the {t} rolled down a steep slope|a swarm of bees came closer|rain poured through the roof|the clock stopped at midnight
a wheel came off the wagon|the {p} was suddenly empty|the {a} fell into a deep hole|sand blew into every corner
the key did not fit any more|a letter with bad news came|the fire would not burn|the {t} broke into three pieces
a heavy stone blocked the door|the moon hid behind the clouds|the ladder was far too short|a wild {a} ran through the {p}|the milk had turned sour
somebody laughed at the {t}|the tide came in too early|a crack ran through the ceiling|both shoes were full of mud|the {a} refused to move|the last bus had gone
every window was covered with ice|the music suddenly stopped|a cold shadow fell over the {p}|the {t} was nowhere to be seen""")
ACT = lines("""{S} thought for a long time and made a plan|{S} asked {an} for help|{S} did not give up and tried again
{S} tied a rope to the nearest tree|{S} ran as fast as possible|{S} sang a song to stay calm|{S} lit a little fire and waited
{S} followed the footprints in the mud|{S} climbed over the wall|{S} called every neighbour|{S} shared a piece of bread with a stranger
{S} dug a hole with an old spoon|{S} listened to the birds|{S} used the {t} as a tool|{S} opened the door very slowly
{S} swam to the other side|{S} counted to ten and jumped|{S} built a small raft from branches|{S} hid behind a barrel until dark
{S} whispered the magic word|{S} offered the {a} some cheese|{S} waved a red cloth in the air|{S} knocked three times
{S} pushed with all strength|{S} drew a new map on the ground|{S} crept closer without a sound|{S} looked at the sky and remembered the way
{S} took a deep breath|{S} rang the bell as loud as thunder|{S} wrapped the {t} in a blanket|{S} walked all night without rest
{S} told the {a} a funny joke|{S} gathered dry wood and stones|{S} pulled the rope again and again|{S} asked the oldest tree
{S} laughed and started to whistle|{S} slid down on a wooden board|{S} turned around twice and ran
{S} borrowed a wheelbarrow from a cousin|{S} carved a message into a tree|{S} waited until the {a} fell asleep|{S} painted a big arrow on the road
{S} threw a pebble against the window|{S} hummed an old tune and kept walking|{S} wrote a short note for {aa}|{S} mixed honey with hot water|{S} balanced across a thin plank
{S} blew on the embers until they glowed|{S} made a mask from paper and glue|{S} crawled through a narrow tunnel|{S} asked for a ride on a hay cart|{S} trusted {an} for once
{S} measured everything twice|{S} swapped the {t} for a rope""")
RESULT = lines("""Soon the {t} was safe again|The {a} smiled and showed the way|By {time} everything was fine|At last a door opened
The whole {p} came to help|It worked better than anyone had hoped|The water went down and the sun came out|{An} became a good friend
A voice behind the wall laughed kindly|The {t} was worth all the trouble|Little by little the fog went away|Everyone cheered and clapped
The {a} said sorry and gave everything back|A narrow path appeared between the stones|The moon lit up the road|Help came from an old neighbour
The noise turned out to be a tiny {a}|Nothing was broken after all|The rope held|The wind grew tired and slept|It took only a minute
A thousand lights began to shine|The trick was so simple that even the {a} laughed|The gate swung open by itself
Before sunset the road was dry|Nobody had seen such a thing before|From far away came the sound of bells|The {a} bowed and stepped aside|Somehow the plan had worked
Warm air filled the whole house|It smelled of {food} and fresh grass|Birds gathered on every branch|A kind stranger mended the {t}|Even the grumpy {a} had to smile|The danger was over""")
ENDING = lines("""From then on, {s} was never {bad} again|That {time2}, {s} slept well|They ate {food} together and laughed
And {s} kept the {t} for ever|{S} learned that {moral}|People there still tell this story|{S} went home with a full heart
Since that day, {s} and the {a} meet every {day}|It was the best {day} of the year|And so {s} felt {felt} at last
{S} gave the {t} to a friend|The next morning, {s} was ready for a new adventure|Later, {s} wrote it all down in a book
Now there is a party every {time2}|The {t} still hangs above the door|{S} never told anyone the secret|And the {a} got the biggest piece of {food}
Home had never looked so good|That is how {s} became famous|{S} smiled and closed the window|There was {food} for everyone
A small sign still marks the spot|{S} has been careful with {at} ever since|Tired but {felt}, {s} fell asleep at once|Some days are like that|They danced until the stars came out
The {a} waves whenever {s} walks by|Now {s} tells the tale to every child|After that, {food} tasted twice as good|For once, everybody agreed|And the {p} was a little brighter than before
Since then, {moral}, as {s} likes to say|And if you listen at {time2}, you can hear the {a} sing""")
MORAL = lines("""a friend is worth more than gold|small steps lead far|asking for help is brave|kindness comes back|patience wins
the truth is the best way|sharing makes everything better|fear grows small when you face it|even little ones can do great things
home is where friends are|hard work pays|it is good to listen|a smile opens doors|every day brings something new|dreams need work""")
FOOD = lines("soup|warm bread|apple pie|cheese|honey cake|pancakes|roasted nuts|berries|noodles|plum jam|pea stew|lemon tart|fresh corn")
OPENING = lines("""Once upon a time there was {ag} who lived {ap}.|{N}, {ag}, lived {ap}.|Somewhere {ap}, there lived {ag} named {N}.
One {w} {time}, {ag} sat {ap}.|{N} was {ag} and lived {ap}.|There was once {ag} who wanted to {wish}.|Long ago, {ag} called {N} arrived {ap}.
Far away, {ap}, {ag} dreamed of a big day.|It was a {w} {time} when {ag} woke up {ap}.|Every {day}, {ag} sang {ap}.
Hardly anyone knew {N}, {ag}.|Once there was {ag} with {at}.|This is the story of {N}, {ag}.|You may not have heard of {ag} called {N}.
On a {w} {time}, {N} set out with {at}. {N} was {ag}.|{Ag} had lived {ap} for ten years.|Many years ago, {ag} and {aa} lived {ap}.
{Ag} once made a promise to {aa}.|Nobody would have thought that {ag} could {wish}.|{N} was no ordinary hero, just {ag}.
Have you ever met {ag}? {N} was one.|Between two hills, {ap}, stood the house of {ag}.|When {N} was young, {ag}, everything seemed easy.|{Ag} arrived on a {w} {time} with {at}.
At the end of the road, {ap}, {ag} kept {at}.|In those days {ag} could be seen {ap} every {time}.|Grandmother often spoke of {ag} named {N}.""")
SECOND = lines("""{S} wanted to {wish}.|More than anything, {s} wished to {wish}.|One {w} {time}, {s} {found} {at} {where}.
{S} {found} {at} {where}.|Everyone said that {s} could never {wish}.|{S} had {at} and loved it dearly.|{S} felt {felt} and also {felt2}.
{S} dreamed every night about {at}.|A {col} {a} came by and {said}, "{line}"|{S} lived alone with {aa}.|"{line}" {said} {aa} one {time}.
Each {time}, {s} practised how to {wish}.|{S} owned nothing but {at}.|There was a rumour about {at} {where}.|The neighbours gave {o} {at}.
{S} had promised {aa} to {wish}.|Deep inside, {s} was quite {felt}.|In the pocket of an old coat lay {at}.|"Today I will {wish}," {said} {s}.
{S} loved {food} and {w} days.|Nothing ever happened there, until {day}.
{S} knew every stone of the {p}.|Sometimes {s} talked to {aa} about it.|Few people noticed how {felt} {s} was.|{S} could {wish} better than anyone, or so it seemed.
{S} kept {at} {where}.|Only {aa} knew the secret of {s}.|A {w} wind brought the smell of {food}.|{S} counted the days until {day}.""")
LINE = lines("""Come with me!|Where are you going?|Do you need help?|I know a secret.|It is not far.|Be careful!|Have you seen my {t}?
Follow the river.|Wait for the moon.|You are braver than you think.|What is that smell?|Can you hear it too?|Take this {t}.|Never look back!|Who took the {t}?""")
LINK = lines("But|Then|Suddenly|One {day},|That {time},|Soon|But one {w} {time},|Just then,|After a while,|At noon,|Before long,|Without warning,|On the way,|Early on {day},")
