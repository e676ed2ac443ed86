def make():
    return [{"vars": {"word": "hello"}}]
