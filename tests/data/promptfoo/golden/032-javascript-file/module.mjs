export default function check(output) {
  return output.split(' ').length / 10;
}
