"""tries: fill the scratch disk and the shared memory, with data and with empty files
class: disk
"""
# %% added
for path in ("/tmp/big", "/dev/shm/big"):
    try:
        with open(path, "wb") as file:
            while True:
                file.write(bytes(1 << 20))
    except OSError as error:
        print(error)
for n in range(100_000):
    open(f"/tmp/{n}", "w").close()
