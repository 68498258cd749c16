"""Totals of sample files, computed without any code of the product: Python's own csv, decimal and datetime.

    python3 lib/formats/samples/totals.py FOLDER > totals.json

For each file and channel: `wh`, the exact energy in watt-hours as a fraction's floor and rest ("1234.5678"), and
`intervals`, how many intervals must come out. A register gives its last reading less its first, and every step between.
No clock changes are followed here: a sum does not depend on them.
`register` is what a register showed last, in watt-hours, and `readings` how many readings of it the file holds.
"""
import csv
import datetime
import glob
import io
import json
import os
import re
import sys
import xml.etree.ElementTree
import zipfile
from fractions import Fraction

folder = sys.argv[1]
out = {}


def there(path):
    return os.path.exists(os.path.join(folder, path))


def rows(path, delimiter=','):
    if not there(path):
        return []
    with open(os.path.join(folder, path), encoding='utf-8-sig', newline='') as file:
        return list(csv.reader(file, delimiter=delimiter))


def number(text, comma=False):
    return Fraction(text.replace('.', '').replace(',', '.') if comma else text)


def put(path, channel, wh, intervals):
    out.setdefault(path, {})[channel] = {'wh': exact(wh), 'intervals': intervals}


def exact(wh):
    """Floor to 12 decimals: finer than any test asks."""
    whole = wh.numerator * 10**12 // wh.denominator
    return f'{whole // 10**12}.{whole % 10**12:012d}'


def sums(path, columns, factor=Fraction(1000), delimiter=',', comma=False, first=1, last=None, missing=('',), keep=lambda row: True):
    """`columns`: channel to the places that add up."""
    if not there(path):
        return
    found = [row for row in rows(path, delimiter)[first:last] if row and keep(row)]
    for channel, places in columns.items():
        read = [row for row in found if all(row[place].strip() not in missing for place in places)]
        total = sum((number(row[place], comma) for row in read for place in places), Fraction(0))
        put(path, channel, total * factor, len(read))


def registers(path, columns, step, time, delimiter=',', first=1, last=None, keep=lambda row: True):
    if not there(path):
        return
    found = [row for row in rows(path, delimiter)[first:last] if row and keep(row)]
    for channel, places in columns.items():
        read = sorted((time(row), [Fraction(row[place]) for place in places]) for row in found if all(row[p].strip() for p in places))
        advance = sum(read[-1][1]) - sum(read[0][1])
        put(path, channel, advance * 1000, round((read[-1][0] - read[0][0]) / step))


iso = lambda text: datetime.datetime.fromisoformat(text.replace('Z', '+00:00')).timestamp()
naive = lambda text, form: datetime.datetime.strptime(text, form).replace(tzinfo=datetime.timezone.utc).timestamp()
home = 'nl_be_it_homes/'

for path in sorted(glob.glob(os.path.join(folder, 'us_ca_homes_hourly/Building_*.csv'))):
    path = os.path.relpath(path, folder)
    with open(os.path.join(folder, 'us_ca_homes_hourly/schema.json')) as file:
        building = json.load(file, parse_float=Fraction, parse_int=Fraction)['buildings'][os.path.basename(path)[:-4]]
    size = Fraction(building['pv']['attributes']['nominal_power'])
    table = rows(path)
    load, solar = table[0].index('non_shiftable_load'), table[0].index('solar_generation')
    net = [Fraction(row[load]) - Fraction(row[solar]) * size / 1000 for row in table[1:]]
    put(path, 'net +', sum(max(Fraction(0), each) for each in net) * 1000, len(net))
    put(path, 'net -', sum(max(Fraction(0), -each) for each in net) * 1000, len(net))

for path in sorted(glob.glob(os.path.join(folder, 'ci_uk_university/b*_2022.csv'))):
    sums(os.path.relpath(path, folder), {'equipment load': [1]}, missing=('', '0.0'))

half = Fraction(1000, 2)
# In the file once for two hours, or for an hour that was not there: 17,568 either way.
sums('au_ausgrid_solar_home/customer12_2011-2012_halfhourly.csv', {'GC': [1], 'GG': [2]}, factor=half)
for name in ('LP_G_MH', 'LP_G_MV'):
    sums(f'ci_de_15min/{name}.csv', {'electrical load': [1]}, factor=Fraction(1, 4))
sums('ci_steel_kr/Steel_industry_data.csv', {'Usage': [1]})
meters = 'ci_us_ca_13meters/meter.csv'
sums(meters, {name: [place] for place, name in enumerate(rows(meters)[0]) if place > 0}, factor=Fraction(1))
opsd = 'de_opsd_household/household_data_60min_singleindex_residential4.csv'
names = rows(opsd)[0]
registers(opsd, {each: [names.index(f'DE_KN_residential4_{each}')] for each in ('grid_import', 'grid_export', 'pv')}, 3600, lambda row: iso(row[0]))
for kind in ('Import', 'Export'):
    sums('ie_esb_hdf/sample-1.csv', {f'Active {kind}': [2]}, factor=half, keep=lambda row: row[3] == f'Active {kind} Interval (kW)')

sums(home + 'dsmr_reader_nl/dsmrreader-data-export-hour.csv', {'Electricity': [1, 2], 'Electricity Returned': [3, 4]})
for way in ('in_tariff_1', 'in_tariff_2', 'out_tariff_1', 'out_tariff_2'):
    file = f'elec_feed_{way}_high_resolution.csv'
    sums(home + 'dsmr_reader_nl/' + file, {'energy': [1]}, first=0)
    registers(home + 'p1mon_nl/' + file, {'register': [1]}, 3600, lambda row: int(row[0]), first=0)
    # The last line says 0: no reading.
    registers(home + 'oxxio_nl_registers/' + file, {'register': [1]}, 86400, lambda row: int(row[0]), first=0, last=-1)
fluvius = home + 'fluvius_be/Consumption_history_15_minute_totals.csv'
for kind in ('Offtake', 'Injection'):
    sums(fluvius, {kind: [8]}, delimiter=';', comma=True, keep=lambda row: row[7].startswith(kind))
registers(
    home + 'homewizard_nl/homewizard_2022-09_15min_elec.csv',
    {'Import': [1, 2], 'Export': [3, 4]}, 900, lambda row: naive(row[0], '%Y-%m-%d %H:%M'),
)
sums(home + 'enphase/9999998_custom_report.csv', {'Imported from Grid': [4], 'Exported to Grid': [3]}, factor=Fraction(1))
sums(home + 'engie_nl/Export.verbruiken.ENGIE.csv', {'Verbruik': [2]}, keep=lambda row: row[3] == 'Elektriciteit')
registers(
    home + 'liander_nl_registers/csv_bijlage.csv',
    {'import': [3, 5], 'export': [7, 9]}, 86400, lambda row: naive(row[2], '%d-%m-%Y'), keep=lambda row: row[1].startswith('E'),
)
for year in (2013, 2014, 2015):
    path = home + f'emo_nl_daily/Site/{year}.csv'
    sums(path, {'Verbruik': [2, 3]}, delimiter=';', comma=True, last=-1)
    sums(path, {'Teruglevering': [4, 5]}, factor=Fraction(-1000), delimiter=';', comma=True, last=-1)
registers(
    home + 'greenchoice_nl_registers/meterstanden_stroom_2023.csv',
    {'Stand': [1, 2], 'Teruglevering': [3, 4]}, 86400, lambda row: naive(row[0], '%Y-%m-%d'), delimiter=';',
)
enel = home + 'enel_it_15min/ExportData_settembre.csv'
cells = [number(cell, True) for row in rows(enel, ';')[1:] if row for cell in row[1:97]]
if cells:
    put(enel, 'consumo', sum(cells) * 1000, len(cells))



# NEM12 and NEM13: of a day that comes twice, the later one counts.
WH = {'WH': 1, 'KWH': 1000, 'MWH': 1000000}


def nem(path):
    full = os.path.join(folder, path)
    if path.lower().endswith('.zip'):
        with zipfile.ZipFile(full) as archive:
            text = archive.read(archive.namelist()[0]).decode()
    else:
        with open(full, newline='') as file:
            text = file.read()
    days, reads, where = {}, {}, None
    for row in csv.reader(io.StringIO(text)):
        if row and row[0] == '200':
            where = (row[4], WH.get(row[7].upper()), int(row[8]), row[1])
        if row and row[0] == '300' and where[1] and where[0][0] in 'EB':
            count = 1440 // where[2]
            values = [Fraction(cell) * where[1] for cell in row[2:2 + count]]
            days[where[0], where[3], row[1]] = [values, [row[2 + count]] * count]
        if row and row[0] == '400' and where[1] and where[0][0] in 'EB':
            qualities = days[list(days)[-1]][1]
            for place in range(int(row[1]) - 1, int(row[2])):
                qualities[place] = row[3]
        if row and row[0] == '250':
            # The last register read of the two in each record.
            reads.setdefault(row[4], []).append((row[14], Fraction(row[13]) * 1000))
    for (suffix, _, _), (values, qualities) in days.items():
        total, intervals = out.setdefault(path, {}).get(suffix, (Fraction(0), 0))
        there = [value for value, quality in zip(values, qualities) if quality != 'N']
        out[path][suffix] = (total + sum(there), intervals + len(there))
    for suffix, (total, intervals) in out.get(path, {}).items():
        put(path, suffix, total, intervals)
    for suffix, found in reads.items():
        out.setdefault(path, {})[suffix] = {'register': exact(max(found)[1])}
    out.setdefault(path, {})


for path in sorted(glob.glob(os.path.join(folder, 'nem12/Example*.csv')) + glob.glob(os.path.join(folder, 'nem12/mdff_scenarios/*'))):
    nem(os.path.relpath(path, folder))

# Green Button: values times the power of ten of the file's one reading type.
ESPI = '{http://naesb.org/espi}'
for path in sorted(glob.glob(os.path.join(folder, 'greenbutton/*.xml'))):
    root = xml.etree.ElementTree.parse(path).getroot()
    power = {node.text for node in root.iter(ESPI + 'powerOfTenMultiplier')} or {'0'}
    values = [int(node.find(ESPI + 'value').text) for node in root.iter(ESPI + 'IntervalReading')]
    path = os.path.relpath(path, folder)
    put(path, '01', Fraction(sum(values)) * Fraction(10) ** int(min(power)), len(values))
    assert len(power) == 1, path

# DSMR: what upstream's own test expects.
telegrams = {}
if there('dsmr_p1/expected.json'):
    with open(os.path.join(folder, 'dsmr_p1/expected.json')) as file:
        telegrams = json.load(file, parse_float=str)
for telegram, objects in telegrams.items():
    for code, way in (('1.8', 'USED'), ('2.8', 'DELIVERED')):
        for tariff in '12':
            value = objects[f'ELECTRICITY_{way}_TARIFF_{tariff}']['value']
            register = {'register': exact(Fraction(str(value)) * 1000), 'readings': 1}
            out.setdefault(f'dsmr_p1/{telegram}.txt', {})[f'{code}.{tariff}'] = register


# SML: its own small reader of the type-length fields.
def checksum(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0x8408 if crc & 1 else crc >> 1
    return crc ^ 0xFFFF


def field(data, at):
    kind, length, head = data[at] >> 4 & 7, data[at] & 15, 1
    while data[at + head - 1] & 0x80:
        length = length << 4 | data[at + head] & 15
        head += 1
    if kind == 7:
        at, items = at + head, []
        for _ in range(length):
            item, at = field(data, at)
            items.append(item)
        return items, at
    body = data[at + head:at + length]
    value = body if kind == 0 else int.from_bytes(body, 'big', signed=kind == 5)
    return value, at + max(length, 1)


def lists(node):
    """Every list of five to seven fields that begins with a register's code."""
    if isinstance(node, list):
        if len(node) == 7 and isinstance(node[0], bytes) and len(node[0]) == 6:
            yield node
        for item in node:
            yield from lists(item)


START, END = b'\x1b\x1b\x1b\x1b\x01\x01\x01\x01', b'\x1b\x1b\x1b\x1b\x1a'
for path in sorted(glob.glob(os.path.join(folder, 'sml/*.bin'))):
    with open(path, 'rb') as file:
        data = file.read()
    path, frames, at = os.path.relpath(path, folder), 0, data.find(START)
    out[path] = {}
    while at >= 0 and (end := data.find(END, at)) >= 0:
        frame, pad = data[at:end + 8], data[end + 5] if end + 8 <= len(data) else 0
        if len(frame) == end + 8 - at and checksum(frame[:-2]) == int.from_bytes(frame[-2:], 'little'):
            frames += 1
            body, place, messages = frame[8:len(frame) - 8 - pad].replace(b'\x1b' * 8, b'\x1b' * 4), 0, []
            while place < len(body):
                message, place = field(body, place)
                messages.append(message)
            for code, _, _, unit, scaler, value, _ in lists(messages):
                if code[:2] == b'\x01\x00' and code[3] == 8 and code[2] in (1, 2) and unit == 30:
                    name = f'{code[2]}.8.{code[4]}'
                    out[path].setdefault(name, {'readings': 0})['readings'] += 1
                    out[path][name]['register'] = exact(Fraction(value) * Fraction(10) ** scaler)
        at = data.find(START, end)
    assert frames > 0, path

EXPORT = re.compile(
    r'net -|GG|grid_export|pv|Active Export|Electricity Returned|Injection|Export|Exported to Grid|export|Teruglevering|B\d|2\.8\.\d'
)
for path, channels in out.items():
    for channel, expected in channels.items():
        given = EXPORT.fullmatch(channel) or 'elec_feed_out' in path
        expected['direction'] = 'export' if given else 'import'

json.dump(out, sys.stdout, indent=2, sort_keys=True)
print()
