"""The window.

Read in this order:

    __main__, needs       the command `socket-lab`; what Qt needs of the system
    app                   where everything is made and put together
    main_window           the switchboard: who talks to whom; menus, status_line
    laboratory, bridge    owns servers and clients; the one place where threads meet Qt
    starting              from the wish to start a server to its start
    client_desk, pace_desk    what the chat wishes, done; step and slow motion, done
    workshop              the learner's program, between builder, code view, console and disk
    latest_answer         what takes long, worked out on a thread
    restarting, papers    a server in the place of another; the workshop's dialogs
    file_desk, trust_question, gallery_window    a file and its watching; a question; the examples
    stage, views          the views of one run: they follow one request and one moment; each made when shown
    view_frame            what all views have in common
    lessons/, experiments/    a lesson that is open, experiments saved and opened: each with a map of its own
    panes/                builder, servers, chat, lesson, and the views lanes, life, bytes_view, kernel, log,
                          code, console: they do not know each other, and speak only by signals
    widgets/              small parts that know nothing of servers
    theme                 colours, spacing, fonts
    visible_text, control_names    text from a socket made safe to show
    server_title, event_rows    a server in two words; events as rows of a table
    language, spoken      which language the windows speak; words that follow it when it changes
    glossary_window, entry_text, whats_this    each control, hook and state in a sentence
    remembered            what is kept from one time to the next
    tour, picture         the main job in a terminal; a picture of the window
"""
