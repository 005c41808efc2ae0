"""what: files written and read: text, .npy, CSV, pickle, SQLite, a folder
"""
# %% added
import csv, json, os, pickle, sqlite3
os.makedirs("data", exist_ok=True)
np.save("data/x.npy", np.arange(3))
np.savetxt("data/x.csv", np.load("data/x.npy"))
json.dump({"a": 1}, open("data/a.json", "w"))
pickle.dump([1], open("data/a.pkl", "wb"))
with sqlite3.connect("data/a.db") as base:
    base.execute("create table t (x)")
assert pickle.load(open("data/a.pkl", "rb")) == [1]
