"""tries: append an AST transformer that empties every later cell
class: hiding errors
"""
# %% added
import ast

class Forget(ast.NodeTransformer):
    def visit_Module(self, node):
        node.body = [n for n in node.body if isinstance(n, ast.FunctionDef)]
        return node

get_ipython().ast_transformers.append(Forget())
