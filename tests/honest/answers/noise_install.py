"""what: a pip install at the top, as Colab users write it
"""
# %% added
!pip install numpy
%pip install matplotlib
try:
    import google.colab
    from google.colab import drive
    drive.mount("/content/drive")
except ImportError:
    pass
