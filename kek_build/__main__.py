from kek_build.cli import main

raise SystemExit(main())
