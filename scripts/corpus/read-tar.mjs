const block = 512;

// The files of a tar archive: ustar, with the long names of GNU and pax. Links are left out.
export function* readTar(archive) {
  let longName;
  for (let offset = 0; offset + block <= archive.length;) {
    const header = archive.subarray(offset, offset + block);
    if (header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const content = archive.subarray(offset + block, offset + block + size);
    const type = text(header, 156, 1) || '0';
    if (type === 'L') longName = text(content, 0, content.length);
    else if (type === 'x') longName = paxPath(content.toString('utf8')) ?? longName;
    else {
      if (type === '0') yield { name: longName ?? ownName(header), content };
      longName = undefined;
    }
    offset += block + Math.ceil(size / block) * block;
  }
}

function ownName(header) {
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function paxPath(records) {
  return /^\d+ path=(.*)$/mu.exec(records)?.[1];
}

/** What stands in a field before its first NUL. */
function text(bytes, start, length) {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
}
