import { entriesOf } from './entry'

export const games = entriesOf('games', [
  ['Board games', 'boardgames, tabletop games, catan, board gaming', '!'],
  ['Card games', 'bridge, skat, magic the gathering, mtg'],
  ['Poker'],
  ['Chess', 'blitz chess'],
  ['Go game', 'baduk, weiqi, igo'],
  ['Role-playing games', 'rpg, dnd, d&d, dungeons and dragons, role playing, ttrpg, pen and paper'],
  ['Live action role-play', 'larp, larping'],
  ['Miniature wargames', 'warhammer, miniatures, miniature painting, wargaming'],
  ['Video games', 'gaming, games, gamer, computer games, console games, nintendo, playstation'],
  ['Retro games', 'arcade games, retro gaming, pinball'],
  ['Game design', 'designing games, board game design'],
  ['Escape rooms', 'escape games, puzzle rooms'],
  ['Puzzles', 'jigsaws, jigsaw puzzles, crosswords, sudoku, rubiks cube, speedcubing'],
  ['Pub quizzes', 'quiz, trivia, pub quiz, quiz night'],
  ['Pool and darts', 'billiards, snooker, darts, pool'],
  ['Bowling', 'petanque, boules'],
  ['Social deduction games', 'werewolf game, mafia game, blood on the clocktower'],
])
